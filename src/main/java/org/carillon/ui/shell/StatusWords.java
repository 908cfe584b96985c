package org.carillon.ui.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.carillon.engine.SchedulerStatus;
import org.carillon.message.Message;
import org.carillon.ui.theme.TimeWords;

/**
 * What the strip at the bottom says. Plain, and never a guess.
 *
 * @param times   how times read
 * @param jobName gives a job's name for its id
 */
record StatusWords(TimeWords times, UnaryOperator<String> jobName) {
    /** {@code Scheduling}, {@code Paused until 14:00}, {@code Paused} or {@code Not scheduling: why}. @param status null while not known */
    String state(SchedulerStatus status, Instant now) {
        if (status == null) {
            return say("starting");
        }
        return switch (status.state()) {
            case SCHEDULING -> say("scheduling");
            case PAUSED -> status.pausedUntil() == null
                    ? say("paused")
                    : say("pausedUntil", times.brief(status.pausedUntil(), now));
            case TROUBLED -> status.trouble() == null ? say("notScheduling") : say("notSchedulingBecause", status.trouble());
            case STOPPED -> say("notSchedulingBecause", Message.of("ui.shell.status.stopped"));
        };
    }

    /** {@code 2 running · next: Sync orders in 2 min 10 s}; empty where there is nothing to say. */
    String activity(SchedulerStatus status, Instant now) {
        List<String> parts = new ArrayList<>();
        if (status == null) {
            return "";
        }
        if (status.running() > 0) {
            parts.add(say("running", status.running()));
        }
        if (status.queued() > 0) {
            parts.add(say("queued", status.queued()));
        }
        if (status.state() == SchedulerStatus.State.SCHEDULING && status.nextJobId() != null) {
            Instant next = status.nextRun().isBefore(now) ? now : status.nextRun();
            parts.add(say("next", jobName.apply(status.nextJobId()), times.relative(next, now)));
        }
        return String.join(" · ", parts);
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.shell.status." + key, arguments).in(times.language());
    }
}
