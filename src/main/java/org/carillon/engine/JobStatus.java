package org.carillon.engine;

import java.time.Instant;
import java.util.Set;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.message.Message;

/**
 * A job as it stands now. A snapshot.
 *
 * @param id      its id
 * @param job     null for a broken job, one whose stored form cannot be read
 * @param nextRun the next planned time, or null: paused, finished or broken
 * @param lastRun its newest run that {@linkplain Run#tellsOfJob tells of it}, or null
 * @param running how many of its runs are going on
 * @param problem what is wrong with a broken job, else null
 * @param leftOut planned times at which it does not run any more, though they may be still to come: the ledger has them already, because
 *                somebody skipped or moved them, or the clock was set back
 */
public record JobStatus(String id, Job job, Instant nextRun, Run lastRun, int running, Message problem, Set<Instant> leftOut) {
    public JobStatus {
        leftOut = Set.copyOf(leftOut);
    }

    /** One that leaves nothing out. */
    public JobStatus(String id, Job job, Instant nextRun, Run lastRun, int running, Message problem) {
        this(id, job, nextRun, lastRun, running, problem, Set.of());
    }

    /** The job's first planned time after {@code time} at which it does run, or null. Paused or not; null for a broken job. */
    public Instant nextAfter(Instant time) {
        return job == null ? null : AccountedTimes.open(job.trigger(), job.trigger().next(time), leftOut);
    }

    public boolean isBroken() {
        return job == null;
    }
}
