package org.carillon.ui.log;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import org.carillon.log.LineQuery;
import org.carillon.message.Message;

/** What is looked for in a table of lines, and how far that is. For the FX thread alone. */
public interface Finding {
    StringProperty text();

    BooleanProperty regex();

    BooleanProperty matchCase();

    /** What is looked for. */
    ReadOnlyObjectProperty<LineQuery> query();

    /** How many lines match, as far as they have been looked at. */
    ReadOnlyLongProperty count();

    /** Which of the matches the person went to last, from 1; 0 for none. */
    ReadOnlyLongProperty position();

    ReadOnlyBooleanProperty searching();

    /** How much has been looked at, from 0 to 1; negative if that is not known. */
    ReadOnlyDoubleProperty progress();

    /** What is wrong with what is typed, in the words of the pattern's parser; null if nothing is. */
    ReadOnlyObjectProperty<String> mistake();

    /** Why the search has stopped before its end; null if it has not. */
    ReadOnlyObjectProperty<Message> failure();

    /** Stops looking; what was found stays. */
    void cancel();
}
