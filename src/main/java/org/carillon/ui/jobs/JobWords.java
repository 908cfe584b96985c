package org.carillon.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import org.carillon.engine.JobStatus;
import org.carillon.engine.SchedulerStatus;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.ui.theme.StateLook;
import org.carillon.ui.theme.TimeWords;

/**
 * How a job reads in the table.
 *
 * @param times how times read
 */
public record JobWords(TimeWords times) {
    /** The state in front of the name: what a person must know first. @param scheduler may be null while it is not known */
    public StateLook look(JobStatus status, SchedulerStatus scheduler) {
        if (status.isBroken()) {
            return StateLook.BROKEN;
        }
        if (status.running() > 0) {
            return StateLook.of(RunState.RUNNING);
        }
        if (!status.job().enabled()) {
            return StateLook.PAUSED;
        }
        if (status.lastRun() != null) {
            return StateLook.of(status.lastRun().state());
        }
        if (isHeldBack(status, scheduler)) {
            return StateLook.PAUSED;
        }
        return status.nextRun() == null ? StateLook.DONE : StateLook.WAITING;
    }

    /** When it runs next, or why it does not. @param scheduler may be null while it is not known */
    public String nextRun(JobStatus status, SchedulerStatus scheduler, Instant now) {
        if (status.isBroken()) {
            return say("never");
        }
        if (!status.job().enabled()) {
            return say("paused");
        }
        if (isHeldBack(status, scheduler)) {
            return say("allPaused");
        }
        if (status.nextRun() == null) {
            return say("noMoreRuns");
        }
        return times.relative(status.nextRun().isBefore(now) ? now : status.nextRun(), now);
    }

    /** Whether its next run falls into the pause of everything. */
    private static boolean isHeldBack(JobStatus status, SchedulerStatus scheduler) {
        if (scheduler == null || scheduler.state() != State.PAUSED) {
            return false;
        }
        Instant until = scheduler.pausedUntil();
        return until == null || status.nextRun() != null && status.nextRun().isBefore(until);
    }

    /** What became of its last run: {@code Succeeded · 2 min 13 s}, {@code Failed: exit code 1}. */
    public String lastRun(Run run, Instant now) {
        if (run == null) {
            return say("notYet");
        }
        String state = StateLook.of(run.state()).word().in(times.language());
        if (run.state() == RunState.RUNNING) {
            return say("lasting", state, times.elapsed(Duration.between(run.startedAt(), now)));
        }
        Reason reason = run.reason();
        if (reason != null && run.state() != RunState.SUCCEEDED) {
            return say("because", state, reason.words());
        }
        return run.duration() == null ? state : say("lasting", state, times.duration(run.duration()));
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.jobs." + key, arguments).in(times.language());
    }
}
