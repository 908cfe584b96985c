package org.carillon.store;

import java.time.Instant;
import org.carillon.job.Attempt;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.Saved;

/** One change of a job store. Changes are given in lists; a list is done as a whole or not at all. */
public sealed interface Change {
    /**
     * A new job. The list fails if its id exists. Its versions go on where those of a job of that id ended, as long as those are
     * kept.
     *
     * @param saved null where nobody knows
     */
    record AddJob(Job job, Instant nextRun, Saved saved) implements Change {
        public AddJob(Job job, Instant nextRun) {
            this(job, nextRun, null);
        }
    }

    /**
     * Another form of a job that exists, also of a broken one; its ledger and its count of runs stay, and the form that it had
     * becomes an older {@linkplain JobStore#versions version}. The list fails if there is no such job.
     *
     * @param saved null where nobody knows
     */
    record ReplaceJob(Job job, Instant nextRun, Saved saved) implements Change {
        public ReplaceJob(Job job, Instant nextRun) {
            this(job, nextRun, null);
        }
    }

    /**
     * The job goes, its ledger stays. Nothing happens if there is no such job.
     *
     * @param removed when and by whom: the job's versions stay for another {@link JobStore#VERSIONS_STAY}, so that whoever takes
     *                the removal back has them; with null, they go too
     */
    record RemoveJob(String jobId, Saved removed) implements Change {
        public RemoveJob(String jobId) {
            this(jobId, null);
        }
    }

    /**
     * The job is now accounted for up to, but not including, {@code nextRun} (null: for ever). Nothing happens if there is
     * no such job.
     */
    record Plan(String jobId, Instant nextRun, long planned) implements Change {}

    /** A new ledger entry. The list fails if its id, or its job and scheduled time, exist. */
    record AddRun(Run run) implements Change {}

    /**
     * What has become of a run since. Whose run it is, what it was planned for and who started it stay as they were added.
     * Nothing happens if there is no such run.
     */
    record UpdateRun(Run run) implements Change {}

    /** A run leaves the ledger, with its attempts. Its id is not used again. Nothing happens if there is no such run. */
    record RemoveRun(long runId) implements Change {}

    /** A new attempt, or what has become of it. */
    record PutAttempt(Attempt attempt) implements Change {}

    /** The scheduler's pause. */
    record SetPause(Pause pause) implements Change {}
}
