package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carillon.job.Job;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.store.Pause;

/**
 * All that decides what becomes of a job's occurrences.
 *
 * @param nextRun    the first planned time that is not accounted for, or null
 * @param planned    how many occurrences have been let run so far, for {@code maxRuns}
 * @param now        up to and including when
 * @param lateCause  why occurrences were missed, or null when that is not known
 * @param pause      a pause of the scheduler that is over; {@link Pause#NONE} for none
 * @param going      how many of its runs go on
 * @param leftovers  its runs that were waiting when their scheduler died, by their planned time
 * @param accounted  planned times that are in the ledger already
 * @param jitter     the random delay of an occurrence; asked once for each
 */
record PlanInput(
        Job job,
        Instant nextRun,
        long planned,
        Instant now,
        Reason.Cause lateCause,
        Pause pause,
        int going,
        List<Run> leftovers,
        Set<Instant> accounted,
        Jitter jitter) {
    /** How late an occurrence may be and still be on time, when nothing is known to have gone wrong: a busy machine. */
    static final Duration BUSY = Duration.ofSeconds(5);
    /** The same, when the scheduler was closed or asleep or the clock was set. */
    static final Duration PROMPT = Duration.ofSeconds(1);

    /** Gives a random delay between nothing and its argument. */
    @FunctionalInterface
    interface Jitter {
        Duration upTo(Duration most);
    }

    /** Occurrences from here on are on time. */
    Instant punctualFrom() {
        return now.minus(lateCause == null ? BUSY : PROMPT);
    }

    /** Why an occurrence that is not on time was missed. */
    Reason.Cause missedBecause() {
        return lateCause == null ? Reason.Cause.ASLEEP : lateCause;
    }

    boolean isPaused(Instant time) {
        return !time.isBefore(pause.since() == null ? Instant.MAX : pause.since()) && pause.holdsAt(time);
    }
}
