package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.ui.theme.StateLook;
import org.carillon.ui.theme.TimeWords;

/** How what the timeline draws reads. @param times how times read */
record TimelineWords(TimeWords times) {
    /** Enough within a week. */
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm");

    /** A run: its state, when, how long, why. */
    String of(String job, Run run, Instant now) {
        String text = say("run", job, StateLook.of(run.state()).word().in(times.language()), times.brief(TimelineRow.begin(run), now));
        if (run.startedAt() != null) {
            text += "\n" + say("took", times.duration(Duration.between(run.startedAt(), TimelineRow.end(run, now))));
        }
        return run.reason() == null ? text : text + "\n" + run.reason().words().in(times.language());
    }

    String of(String job, Planned planned, Instant now) {
        if (planned.isBand()) {
            return say("band", job, times.brief(planned.at(), now), times.brief(planned.until(), now));
        }
        return say("planned", job, times.brief(planned.at(), now), times.relative(planned.at(), now));
    }

    String of(Load.Hour hour, Instant now) {
        return say("hour", times.weekday(hour.begins().toInstant(), times.zone()), times.brief(hour.begins().toInstant(), now), hour.runs(), hour.jobs());
    }

    String of(Load.Collision collision) {
        String names = String.join(say("comma"), collision.names());
        String all = collision.jobs() > collision.names().size() ? say("more", names, collision.jobs() - collision.names().size()) : names;
        return say("collision", WEEKDAY.localizedBy(times.language().locale()).format(collision.at().atZone(times.zone())), collision.jobs(), all);
    }

    String say(String key, Object... arguments) {
        return Message.of("ui.timeline." + key, arguments).in(times.language());
    }
}
