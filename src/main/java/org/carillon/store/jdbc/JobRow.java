package org.carillon.store.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.store.StoredJob;
import org.carillon.trigger.TriggerDefaults;

/**
 * A job as its row has it.
 *
 * @param definition its JSON
 */
record JobRow(String id, String definition, Instant nextRun, long planned) {

    /** Reads the definition. Whatever is wrong with it concerns this job alone. */
    StoredJob read() {
        try {
            Job job = JobJson.readJob(definition, new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, id));
            return job.id().equals(id)
                    ? new StoredJob.Sound(job, nextRun, planned)
                    : new StoredJob.Broken(id, definition, Message.of("store.broken.otherId", job.id()));
        } catch (ExplainedException e) {
            return new StoredJob.Broken(id, definition, e.explanation());
        }
    }
}
