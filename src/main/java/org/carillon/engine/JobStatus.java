package org.carillon.engine;

import java.time.Instant;
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
 */
public record JobStatus(String id, Job job, Instant nextRun, Run lastRun, int running, Message problem) {
    public boolean isBroken() {
        return job == null;
    }
}
