package org.carillon.ui.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.ui.controls.TimeText;
import org.carillon.ui.dialogs.Failures;
import org.carillon.ui.fx.Background;
import org.carillon.ui.theme.TimeWords;

/** To which time one planned run is moved; begins with the time for which it is planned, in the person's zone. For the FX thread alone. */
final class MoveViewModel {
    private final Job job;
    private final Instant planned;
    private final Scheduler scheduler;
    private final Background background;
    private final InstantSource clock;
    private final TimeWords times;
    private final ObjectProperty<LocalDate> date = new SimpleObjectProperty<>(this, "date");
    private final StringProperty time = new SimpleStringProperty(this, "time");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper sound = new ReadOnlyBooleanWrapper(this, "sound");

    MoveViewModel(Job job, Instant planned, Scheduler scheduler, Background background, InstantSource clock, TimeWords times) {
        this.job = job;
        this.planned = planned;
        this.scheduler = scheduler;
        this.background = background;
        this.clock = clock;
        this.times = times;
        LocalDateTime local = LocalDateTime.ofInstant(planned, times.zone());
        date.set(local.toLocalDate());
        time.set(TimeText.of(local.toLocalTime()));
        // Only from the first change on: nobody has done anything wrong yet.
        date.addListener((_, _, _) -> check());
        time.addListener((_, _, _) -> check());
    }

    String intro() {
        return say("intro", job.name(), times.full(planned));
    }

    /** Null for none. */
    ObjectProperty<LocalDate> date() {
        return date;
    }

    /** As {@link TimeText} reads it. */
    StringProperty time() {
        return time;
    }

    /** What is wrong with the time, or why the run could not be moved to it; empty for nothing. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is another time that is still to come. */
    ReadOnlyBooleanProperty sound() {
        return sound.getReadOnlyProperty();
    }

    private void check() {
        String wrong = wrong().orElse("");
        problem.set(wrong);
        sound.set(wrong.isEmpty());
    }

    private Optional<String> wrong() {
        if (date.get() == null) {
            return Optional.of(say("dateMissing"));
        }
        Optional<LocalTime> read = TimeText.parse(time.get());
        if (read.isEmpty()) {
            return Optional.of(time.get().isBlank() ? say("timeMissing") : say("timeWrong", time.get().strip()));
        }
        LocalDateTime local = date.get().atTime(read.get());
        if (times.zone().getRules().getValidOffsets(local).isEmpty()) {
            return Optional.of(say("leftOut"));
        }
        Instant wanted = instant(local);
        if (wanted.equals(planned)) {
            return Optional.of(say("sameTime"));
        }
        return wanted.isAfter(clock.instant()) ? Optional.empty() : Optional.of(say("past"));
    }

    /** A time that exists twice is the one for which the run is planned, or else the first of both. */
    private Instant instant(LocalDateTime local) {
        ZoneId zone = times.zone();
        return local.equals(LocalDateTime.ofInstant(planned, zone)) ? planned : local.atZone(zone).toInstant();
    }

    /** Moves the run, if nothing is wrong. @param then called once it is moved */
    void move(Runnable then) {
        check();
        if (!sound.get()) {
            return;
        }
        Instant wanted = instant(date.get().atTime(TimeText.parse(time.get()).orElseThrow()));
        background.run(() -> scheduler.move(job.id(), planned, wanted), _ -> then.run(),
                failure -> problem.set(Failures.words(failure, times.language())));
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.timeline.move." + key, arguments).in(times.language());
    }
}
