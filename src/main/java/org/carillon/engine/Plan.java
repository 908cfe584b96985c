package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Stretch;

/**
 * What becomes of a job's occurrences.
 *
 * @param decisions in the order of the planned times
 * @param next      the next planned time that is not accounted for, or null when none follows
 * @param planned   how many occurrences have been let run so far
 */
record Plan(List<Decision> decisions, Instant next, long planned) {
    /** Whether it decides about runs that are in the ledger already. */
    boolean decidesLeftovers() {
        return decisions.stream().anyMatch(decision -> decision.leftover() != null);
    }

    /** How a run gets to its executor. */
    enum Admission {
        /** At once. */
        START,
        /** When one of the job's other runs has ended. */
        WAIT,
        /** When one of the job's other runs has ended, for which the oldest is stopped; before any other that waits for that. */
        REPLACE
    }

    /** What becomes of one occurrence, or of several that follow each other. */
    sealed interface Decision {
        /** Its ledger entry, when it has one already; else null. */
        Run leftover();
    }

    /**
     * It runs.
     *
     * @param delay how much later than now: jitter, or the space between runs that are made up for
     */
    record Go(Instant scheduledAt, RunTrigger trigger, Duration delay, Admission admission, Run leftover) implements Decision {}

    /** It does not. */
    record NotRun(Stretch occurrences, RunState state, Reason reason, Run leftover) implements Decision {}
}
