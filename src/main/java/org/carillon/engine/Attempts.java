package org.carillon.engine;

import java.time.Instant;
import java.util.List;
import org.carillon.job.Attempt;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;

/** The attempts of runs that are retried, as changes of the ledger. */
final class Attempts {
    private Attempts() {}

    /** That change of a run, and with it that of its present attempt, if its attempts are recorded. */
    static List<Change> with(ActiveRun active, Change.UpdateRun change) {
        Run run = change.run();
        if (!active.recordsAttempts || run.attempt() == 0) {
            return List.of(change);
        }
        return List.of(change, new Change.PutAttempt(new Attempt(run.id(), run.attempt(), run.state(), run.reason(),
                active.attemptStartedAt, run.endedAt(), run.exitCode())));
    }

    /** A failed attempt after which the run waits for the next. */
    static List<Change> failed(ActiveRun active, RunState state, Reason reason, Instant at, Integer exitCode, Run waiting) {
        return List.of(new Change.UpdateRun(waiting), new Change.PutAttempt(
                new Attempt(waiting.id(), waiting.attempt(), state, reason, active.attemptStartedAt, at, exitCode)));
    }
}
