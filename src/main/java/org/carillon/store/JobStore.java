package org.carillon.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.job.Attempt;
import org.carillon.job.Run;

/**
 * Where jobs and the ledger live. Thread-safe. Every method may wait for the disk and may throw {@link StoreException}.
 *
 * <p>What {@link #commit} has returned from is durable: it survives the death of the process and the loss of power
 * (a memory store promises neither, and says so in its name).
 */
public interface JobStore extends AutoCloseable {
    /** All jobs, in the order of their ids. */
    List<StoredJob> jobs();

    Optional<StoredJob> job(String id);

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

    Optional<Run> run(long id);

    /** The attempts of a run, first to last; empty for a run that was never retried. */
    List<Attempt> attempts(long runId);

    /** Every run that is QUEUED or RUNNING, by id. */
    List<Run> unfinished();

    /** Of each job, also of those removed, the newest run that was started, or that ended in any way but being skipped. */
    Map<String, Run> lastRuns();

    Pause pause();

    @Override
    void close();
}
