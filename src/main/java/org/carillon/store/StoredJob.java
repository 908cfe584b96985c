package org.carillon.store;

import java.time.Instant;
import org.carillon.job.Job;
import org.carillon.message.Message;

/** A job as it lies in the store. */
public sealed interface StoredJob {
    String id();

    /**
     * A job that can be scheduled.
     *
     * @param job     the job
     * @param nextRun the first planned time that is not accounted for in the ledger, or null when none follows
     * @param planned how many of its planned occurrences have been started so far, for {@code maxRuns}
     */
    record Sound(Job job, Instant nextRun, long planned) implements StoredJob {
        @Override
        public String id() {
            return job.id();
        }
    }

    /**
     * A job whose stored form this program cannot read. It is kept as it is and shown, never run and never deleted by itself.
     *
     * @param text    its stored JSON
     * @param problem what is wrong with it
     */
    record Broken(String id, String text, Message problem) implements StoredJob {}
}
