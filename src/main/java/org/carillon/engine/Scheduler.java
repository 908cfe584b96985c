package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.job.Attempt;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.store.ConflictException;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;

/**
 * The facade that the window, the command line and embedding programs speak to. Thread-safe. A method that changes
 * something returns once the change is durable; every method may throw {@link StoreException}.
 */
public interface Scheduler extends AutoCloseable {
    SchedulerStatus status();

    /** All jobs by name; broken ones too. */
    List<JobStatus> jobs();

    Optional<JobStatus> job(String jobId);

    /** The executors and their load. */
    List<ExecutorStatus> executors();

    /**
     * Adds a job and plans it.
     *
     * @throws ConflictException if its id exists
     * @throws NoSuchException   if its executor does not exist
     */
    void add(Job job);

    /**
     * Adds several jobs, all or none.
     *
     * @return how many were added or replaced
     * @throws ConflictException if {@code whenExists} refuses and an id exists; it names them
     */
    int addAll(List<Job> jobs, WhenExists whenExists);

    /** Puts another form of a job in its place and plans it anew; its history stays. @throws NoSuchException if there is none */
    void replace(Job job);

    /** Removes a job; its history stays, and what runs goes on. @throws NoSuchException if there is none */
    void remove(String jobId);

    /** Pauses a job: it stays, and its occurrences are skipped. @throws NoSuchException if there is none */
    void pause(String jobId);

    /** Lets a paused job go on from now; nothing is made up for. @throws NoSuchException if there is none */
    void resume(String jobId);

    /** Pauses everything. What runs goes on. @param until when it goes on by itself, or null */
    void pauseAll(Instant until);

    void resumeAll();

    /** Runs a job now, whatever its schedule or pause. @return the run's id @throws NoSuchException if there is none */
    long start(String jobId);

    /** Runs a job that need not be saved. @return the run's id */
    long test(Job draft);

    /** Repeats a run, with the job as it is now. @return the new run's id @throws NoSuchException if run or job are gone */
    long rerun(long runId);

    /** Stops a run: asks its processes to end and kills them after the grace. Nothing happens if it has ended. @throws NoSuchException if there is none */
    void stop(long runId);

    List<Run> runs(RunQuery query);

    Optional<Run> run(long runId);

    List<Attempt> attempts(long runId);

    /** Waits until a run has ended. @return the run as it is then, or when the time is over @throws NoSuchException if there is none */
    Run await(long runId, Duration atMost) throws InterruptedException;

    /** @return what ends the listening */
    AutoCloseable listen(SchedulerListener listener);

    /** Stops scheduling, stops what runs, and returns when all of it has ended and is accounted for. */
    @Override
    void close();
}
