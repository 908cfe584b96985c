package org.carillon.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.job.Attempt;
import org.carillon.job.JobVersion;
import org.carillon.job.Run;

/**
 * Where jobs and the ledger live. Thread-safe. Every method may wait for the disk and may throw {@link StoreException}.
 *
 * <p>What {@link #commit} has returned from is durable: it survives the death of the process and the loss of power
 * (a memory store promises neither, and says so in its name).
 */
public interface JobStore extends AutoCloseable {
    /** So long the versions of a job stay that was removed; they go with the next removal after that. */
    Duration VERSIONS_STAY = Duration.ofDays(1);

    /** Whether what it holds outlives this program. */
    default boolean isDurable() {
        return true;
    }

    /** All jobs, in the order of their ids. */
    List<StoredJob> jobs();

    Optional<StoredJob> job(String id);

    /** The newest {@link JobVersion#KEPT} versions of a job, newest first: the job as it is. Of one that was removed, what is left. */
    List<JobVersion> versions(String jobId);

    /**
     * Does all of these changes, in order, or none of them. Calls from several threads are grouped into fewer
     * transactions where that is faster; a list that fails does not take others with it.
     *
     * @throws ConflictException if a job's id, a run's id, or a run's job and scheduled time exist already, or a job to
     *                           replace does not exist
     * @throws StoreException    if the store failed
     */
    void commit(List<Change> changes);

    /** So many run ids that no run has had or will have: the first of them, the others follow it. */
    long reserveRunIds(int count);

    List<Run> runs(RunQuery query);

    /** The id of that run of a job which so many newer ones follow; 0 for the newest. Empty if it has not so many. */
    default Optional<Long> newest(String jobId, int newer) {
        List<Run> runs = runs(RunQuery.ofJob(jobId, newer + 1));
        return runs.size() <= newer ? Optional.empty() : Optional.of(runs.getLast().id());
    }

    Optional<Run> run(long id);

    /** The attempts of a run, first to last; empty for a run that was never retried. */
    List<Attempt> attempts(long runId);

    /** Every run that is QUEUED or RUNNING, by id. */
    List<Run> unfinished();

    /** Of each job, also of those removed, the newest run that {@linkplain Run#tellsOfJob tells of it}. */
    Map<String, Run> lastRuns();

    Pause pause();

    /**
     * A secret that stays the same and that no other store has: the key of hashes that are to be compared within this store
     * and to say nothing to anybody else.
     */
    String hashKey();

    /** Returns when a backup that is made then has all that was committed before. */
    default void awaitBackupComplete() {}

    @Override
    void close();
}
