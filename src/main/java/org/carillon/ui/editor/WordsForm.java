package org.carillon.ui.editor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.trigger.PlainWords;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** A sentence such as “weekdays at 9”, and the schedule that it offers. */
final class WordsForm {
    private final StringProperty text = new SimpleStringProperty("");
    private final ScheduleForm schedule;
    private final Supplier<Instant> now;

    /** @param schedule what takes the offer, and whose zone is meant */
    WordsForm(ScheduleForm schedule, Supplier<Instant> now) {
        this.schedule = schedule;
        this.now = now;
    }

    StringProperty text() {
        return text;
    }

    /** The schedule that the words mean; empty while they are not understood in full. */
    Optional<Trigger> offer() {
        return offer(now.get());
    }

    private Optional<Trigger> offer(Instant moment) {
        return PlainWords.read(text.get(), new TriggerDefaults(schedule.zone().get(), moment, ""));
    }

    /** Puts the schedule into the form, if there is one, and empties the text. */
    void take() {
        Instant moment = now.get();
        offer(moment).ifPresent(trigger -> {
            schedule.take(trigger, moment);
            text.set("");
        });
    }
}
