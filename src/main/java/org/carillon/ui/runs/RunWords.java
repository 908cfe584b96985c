package org.carillon.ui.runs;

import java.time.Duration;
import java.time.Instant;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.ui.theme.StateLook;
import org.carillon.ui.theme.TimeWords;

/**
 * How a run reads in the table. What does not apply is empty.
 *
 * @param times how times read
 */
public record RunWords(TimeWords times) {
    public String state(Run run) {
        return StateLook.of(run.state()).word().in(times.language());
    }

    /** The planned time; of a stretch, its first and last. */
    public String planned(Run run, Instant now) {
        if (run.stretch() != null) {
            return say("stretch", times.brief(run.stretch().from(), now), times.brief(run.stretch().to(), now));
        }
        return run.scheduledAt() == null ? "" : times.column(run.scheduledAt(), now);
    }

    public String started(Run run, Instant now) {
        return run.startedAt() == null ? "" : times.column(run.startedAt(), now);
    }

    /** How long it took, or has taken so far. */
    public String duration(Run run, Instant now) {
        if (run.state() == RunState.RUNNING && run.startedAt() != null) {
            return times.elapsed(Duration.between(run.startedAt(), now));
        }
        return run.duration() == null ? "" : times.duration(run.duration());
    }

    /** Why it is in its state, how many occurrences it stands for, and when it is tried again. */
    public String why(Run run, Instant now) {
        String reason = run.reason() == null ? "" : run.reason().words().in(times.language());
        if (run.retryAt() != null) {
            return say("retry", reason, times.relative(run.retryAt(), now));
        }
        return run.stretch() == null ? reason : say("counted", run.stretch().count(), reason);
    }

    public String exitCode(Run run) {
        return run.exitCode() == null ? "" : String.valueOf(run.exitCode());
    }

    /** What the exit code mostly means; empty where nothing is known. */
    public String exitCodeMeaning(Run run) {
        Reason reason = run.reason();
        String path = reason != null && reason.cause() == Reason.Cause.COMMAND_NOT_FOUND ? reason.detail() : null;
        return ExitCodeWords.of(run.exitCode(), path, times.language());
    }

    public String attempt(Run run) {
        return run.attempt() == 0 ? "" : String.valueOf(run.attempt());
    }

    /** Who or what started it. */
    public String startedBy(Run run) {
        String who = switch (run.trigger()) {
            case SCHEDULE -> say("by.schedule");
            case MANUAL -> say("by.manual");
            case TEST -> say("by.test");
            case RERUN -> say("by.rerun");
            case CATCH_UP -> say("by.catchUp");
        };
        return run.rerunOf() == null ? who : say("by.of", who, String.valueOf(run.rerunOf()));
    }

    String say(String key, Object... arguments) {
        return Message.of("ui.runs." + key, arguments).in(times.language());
    }
}
