package org.carillon.store.journal;

import java.time.Instant;
import org.carillon.job.JobJson;
import org.carillon.job.Saved;
import org.carillon.store.Change;

/** A change as it is written down: a job is its JSON, so that it can be read again by a program that does not understand it. */
public sealed interface StoredChange {
    /**
     * A job that is added, or takes the place of another one.
     *
     * @param isNew   whether the job must not exist, or must
     * @param nextRun may be null
     * @param saved   may be null
     */
    record JobText(boolean isNew, String id, String definition, Instant nextRun, Saved saved) implements StoredChange {}

    /** Any other change. */
    record Plain(Change change) implements StoredChange {}

    static StoredChange of(Change change) {
        return switch (change) {
            case Change.AddJob(var job, var nextRun, var saved) -> new JobText(true, job.id(), JobJson.writeShort(job), nextRun, saved);
            case Change.ReplaceJob(var job, var nextRun, var saved) -> new JobText(false, job.id(), JobJson.writeShort(job), nextRun, saved);
            default -> new Plain(change);
        };
    }
}
