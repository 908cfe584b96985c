package org.carillon.ui.editor;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.message.Message;
import org.carillon.trigger.CronText;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Mend;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;

/** The schedule as a cron expression: its text, where the caret stands in it, and how it is read. */
final class CronForm extends Form {
    /**
     * What the text means.
     *
     * @param trigger null when it means nothing
     * @param mistake what is wrong then, else null
     * @param typing  whether the mistake is only that somebody is still typing
     */
    record Reading(CronTrigger trigger, TriggerException mistake, boolean typing) {}

    private final StringProperty text = new SimpleStringProperty("0 9 * * *");
    private final IntegerProperty caret = new SimpleIntegerProperty();
    private final BooleanProperty typing = new SimpleBooleanProperty();
    private final ObjectProperty<Dialect> dialect = new SimpleObjectProperty<>();
    private TriggerDefaults defaults;
    private Reading reading;

    /** @param defaults what the expression takes from its surroundings at first */
    CronForm(TriggerDefaults defaults) {
        this.defaults = defaults;
        text.addListener((value, before, after) -> reading = null);
        dialect.addListener((value, before, after) -> reading = null);
        caret.addListener((value, before, after) -> reading = null);
        typing.addListener((value, before, after) -> reading = null);
        observe(text, dialect);
        caret.addListener((value, before, after) -> changedIfWrong());
        typing.addListener((value, before, after) -> changedIfWrong());
    }

    StringProperty text() {
        return text;
    }

    /** Where the caret stands in the text. */
    IntegerProperty caret() {
        return caret;
    }

    /** Whether the text has the focus, so that more may be typed. */
    BooleanProperty typing() {
        return typing;
    }

    /** How to read it; null to tell by the expression itself. */
    ObjectProperty<Dialect> dialect() {
        return dialect;
    }

    void readWith(TriggerDefaults newDefaults) {
        if (!newDefaults.equals(defaults)) {
            defaults = newDefaults;
            reading = null;
        }
    }

    Reading reading() {
        if (reading == null) {
            reading = read();
        }
        return reading;
    }

    private Reading read() {
        try {
            return new Reading(CronTrigger.parse(text.get(), dialect.get(), defaults), null, false);
        } catch (TriggerException mistake) {
            return new Reading(null, mistake, text.get().isBlank() || isStillTyped());
        }
    }

    private boolean isStillTyped() {
        int at = Math.min(caret.get(), text.get().length());
        return typing.get() && CronText.isUnfinished(text.get(), dialect.get(), at);
    }

    private void changedIfWrong() {
        if (reading().mistake() != null) {
            changed();
        }
    }

    /** The fields of the expression, to show one by one. */
    List<CronText.Cell> cells() {
        return CronText.cells(text.get(), dialect.get());
    }

    /** The cell in which the caret stands; null when it stands in none. */
    CronText.Cell cellAtCaret() {
        return CronText.cellAt(text.get(), dialect.get(), Math.min(caret.get(), text.get().length()));
    }

    /** Why the expression is read as it is, for a dialect that is left to it. */
    Message whyDialect() {
        return CronText.reading(text.get()).why();
    }

    /** Takes one of the offers to correct it. */
    void mend(Mend offer) {
        if (offer.dialect() != null) {
            dialect.set(offer.dialect());
        }
        text.set(offer.expression());
    }

    void show(CronTrigger trigger) {
        dialect.set(CronTrigger.guessDialect(trigger.expression()) == trigger.dialect() ? null : trigger.dialect());
        text.set(trigger.expression());
    }

    @Override
    List<Problem> problems() {
        TriggerException mistake = reading().mistake();
        return mistake == null ? List.of() : List.of(new Problem(Field.CRON, mistake.explanation(), reading().typing()));
    }
}
