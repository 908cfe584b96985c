package org.carillon.ui.editor;

import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.ui.editor.ScheduleController.Notation;
import org.carillon.ui.editor.ScheduleForm.Mode;

/** How cron is written; it stays as it was while the schedule is said in another way. */
final class NotationProperty extends SimpleObjectProperty<Notation> {
    NotationProperty(Property<Mode> mode) {
        super(mode.getValue() == Mode.FIELDS ? Notation.FIELDS : Notation.EXPRESSION);
        mode.addListener((value, before, after) -> {
            if (after == Mode.CRON || after == Mode.FIELDS) {
                set(after == Mode.FIELDS ? Notation.FIELDS : Notation.EXPRESSION);
            }
        });
        addListener((value, before, after) -> mode.setValue(after == Notation.FIELDS ? Mode.FIELDS : Mode.CRON));
    }
}
