package org.carillon.engine;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.carillon.job.Action;
import org.carillon.job.Attempt;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.JobVersion;
import org.carillon.job.Run;
import org.carillon.message.Language;
import org.carillon.store.ConflictException;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/**
 * The facade that the window, the command line and embedding programs speak to. Thread-safe. A method that changes
 * something returns once the change is durable, or has done nothing of it and throws. Every method may throw
 * {@link StoreException}, and every one that changes something {@link SchedulerClosedException}.
 */
public interface Scheduler extends AutoCloseable {
    SchedulerStatus status();

    /** All jobs by name; broken ones too. */
    List<JobStatus> jobs();

    /** A page of the jobs in the order of their ids, without looking at all of them; broken ones too. See the other method of that name. */
    default List<JobStatus> jobsAfter(String jobId, int limit) {
        return jobsAfter(jobId, limit, JobFilter.ALL);
    }

    /**
     * A page of some of the jobs in the order of their ids.
     *
     * @param jobId after which the page begins, whether or not there is such a job; null for the first page
     * @param limit how many at most
     */
    default List<JobStatus> jobsAfter(String jobId, int limit, JobFilter filter) {
        return jobs().stream().filter(status -> jobId == null || status.id().compareTo(jobId) > 0)
                .filter(status -> filter.wants(status.id(), status.job(), status.isBroken() ? null : JobFilter.plain(status.job().name())))
                .sorted(Comparator.comparing(JobStatus::id)).limit(limit).toList();
    }

    Optional<JobStatus> job(String jobId);

    /**
     * A job as JSON, in the form that {@link JobJson#readJob} reads; of a broken job, its stored text as it is.
     * Empty if there is no such job.
     */
    Optional<String> json(String jobId);

    /** The executors and their load. */
    List<ExecutorStatus> executors();

    /** Adds an executor, which jobs can use at once. @throws ConflictException if there is one of that name */
    void addExecutor(ExecutorSpec executor);

    /**
     * Makes the executor of that name another one, at once. What goes on in it and what waits for it is not touched: where it
     * holds more than it may now, nothing new starts in it until that has ended.
     *
     * @throws NoSuchException if there is none
     */
    void changeExecutor(ExecutorSpec executor);

    /**
     * Removes an executor. What goes on in it, of jobs that are gone, ends as it would have.
     *
     * @throws NoSuchException   if there is none
     * @throws ConflictException if jobs use it, whom it names; or if it is the default one
     */
    void removeExecutor(String name);

    /**
     * Imports anew the environment that jobs start with; returns when that is done. Runs that start from then on have it.
     *
     * @return how many variables it has
     * @throws EnvironmentException if the user's login shell does not tell it; jobs start with the program's own then
     */
    int refreshEnvironment();

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

    /**
     * Changes a job that exists: {@code change} gets it as it is and gives it as it shall be, with the same id. It is planned anew
     * as {@link #replace} does.
     *
     * @return the job as it is now
     * @throws NoSuchException          if there is none, or it is broken
     * @throws IllegalArgumentException if {@code change} gives it another id
     */
    default Job modify(String jobId, UnaryOperator<Job> change) {
        Job before = job(jobId).map(JobStatus::job).orElseThrow(() -> NoSuchException.job(jobId));
        Job after = JobChanges.changed(before, change);
        replace(after);
        return after;
    }

    /** Gives a job another schedule, from now on. A paused job stays paused. @throws NoSuchException if there is none, or it is broken */
    default Job reschedule(String jobId, Trigger trigger) {
        return modify(jobId, job -> job.withTrigger(trigger));
    }

    /**
     * The newest {@link JobVersion#KEPT} versions of a job, newest first: the job as it is. To pause or resume it makes one too.
     *
     * @throws NoSuchException if there is no such job
     */
    List<JobVersion> versions(String jobId);

    /**
     * Makes a job what it was once, which is its newest version then; whether it is paused stays as it is. Repairs a broken job, too.
     *
     * @return the job as it is now
     * @throws NoSuchException if there is no such job, or no such version that can be read
     */
    default Job restore(String jobId, int number) {
        Job then = versions(jobId).stream().filter(version -> version.number() == number && version.job() != null).findFirst()
                .orElseThrow(() -> NoSuchException.version(jobId, number)).job();
        if (job(jobId).filter(JobStatus::isBroken).isPresent()) {
            replace(then);
            return then;
        }
        return modify(jobId, now -> then.withEnabled(now.enabled()));
    }

    /** Removes a job; its history stays, and what runs goes on. @throws NoSuchException if there is none */
    void remove(String jobId);

    /** Pauses a job: it stays, and its occurrences are skipped. @throws NoSuchException if there is none */
    void pause(String jobId);

    /** Lets a paused job go on from now; nothing is made up for. @throws NoSuchException if there is none */
    void resume(String jobId);

    /** Pauses the scheduler: all occurrences are skipped. What runs goes on. @param until when it goes on by itself, or null */
    void pauseAll(Instant until);

    /** Lets a paused scheduler go on from now; nothing is made up for. Nothing happens if it is not paused. */
    void resumeAll();

    /** Runs a job now, whatever its schedule or pause. @return the run's id @throws NoSuchException if there is none */
    long start(String jobId);

    /**
     * Runs a job now, this once with another action in place of its own: other arguments, another input. The run's circumstances in
     * the ledger tell of it; the job stays as it is.
     *
     * @return the run's id
     * @throws NoSuchException          if there is no such job
     * @throws IllegalArgumentException if the action is of another kind than the job's own
     */
    long start(String jobId, Action once);

    /**
     * Leaves out one planned occurrence of a job that is still to come. It is in the ledger from now on, SKIPPED, and does not run.
     *
     * @param occurrence its planned time
     * @return its ledger entry
     * @throws NoSuchException   if there is no such job, it is broken, or it plans nothing at that time or no more
     * @throws ConflictException if the occurrence is in the ledger already
     */
    default long skip(String jobId, Instant occurrence) {
        return skip(jobId, occurrence, null);
    }

    /**
     * The same, where the ledger is to say that it runs at another time instead; see {@link #move}.
     *
     * @param instead that time, or null
     * @throws FormatException if that time is past, the occurrence's own, or one at which the job does not run because the ledger has it
     */
    long skip(String jobId, Instant occurrence, Instant instead);

    /**
     * Lets one planned occurrence of a job that is still to come run at another time. The other time becomes one of the job's trigger,
     * beside those that it has, so that it is kept and shown as they are; the occurrence is SKIPPED. The time is added first: if all
     * ends between the two, the occurrence runs at both times.
     *
     * @param to when it runs instead
     * @return the ledger entry of the occurrence
     * @throws NoSuchException   if there is no such job, it is broken, or it plans nothing at that time or no more
     * @throws ConflictException if the occurrence is in the ledger already
     * @throws FormatException   if the other time is past, the occurrence's own, or one at which the job does not run because the ledger
     *                           has it: what was skipped or moved away stays so
     */
    default long move(String jobId, Instant occurrence, Instant to) {
        Trigger before = job(jobId).map(JobStatus::job).orElseThrow(() -> NoSuchException.job(jobId)).trigger();
        reschedule(jobId, ExtraTimes.with(before, to));
        try {
            return skip(jobId, occurrence, to);
        } catch (NoSuchException | ConflictException | FormatException e) {
            reschedule(jobId, before);
            throw e;
        }
    }

    /** Runs a job that need not be saved. @return the run's id */
    long test(Job draft);

    /** Repeats a run, with the job as it is now. @return the new run's id @throws NoSuchException if run or job are gone */
    long rerun(long runId);

    /** Stops a run: asks its processes to end and kills them after the grace. Nothing happens if it has ended. @throws NoSuchException if there is none */
    void stop(long runId);

    List<Run> runs(RunQuery query);

    Optional<Run> run(long runId);

    List<Attempt> attempts(long runId);

    /** Waits until a run has ended and that is durable. @return the run as it is then, or when the time is over @throws NoSuchException if there is none */
    Run await(long runId, Duration atMost) throws InterruptedException;

    /** Tells {@code listener} of all events from now on that are of these kinds. */
    Listening listen(Set<EventKind> kinds, SchedulerListener listener);

    /** Tells {@code listener} of all events from now on. */
    default Listening listen(SchedulerListener listener) {
        return listen(EventKind.ALL, listener);
    }

    /** What its clock shows. */
    Instant now();

    /** Prints the jobs for people, one a line: id, name, schedule in words, next run in that zone, state of the last run. */
    default void print(PrintStream out, Language language, ZoneId zone) {
        new JobListing(language, zone, now()).print(jobs(), out);
    }

    /** Prints the jobs in English, with times in this machine's zone. */
    default void print(PrintStream out) {
        print(out, Language.ENGLISH, ZoneId.systemDefault());
    }

    /** All jobs as one JSON file of the format {@code carillon/1}, by name; broken ones are left out. Histories are not in it. */
    default String exportJobs() {
        return JobJson.writeFile(jobs().stream().filter(status -> !status.isBroken()).map(JobStatus::job).toList());
    }

    /**
     * Adds the jobs of a file of the format {@code carillon/1}, all or none.
     *
     * @param json     the file's text
     * @param defaults what a job without them takes as zone and moment
     * @return how many were added or replaced
     * @throws FormatException   if anything in it is wrong; it names the place
     * @throws ConflictException if {@code whenExists} refuses and an id exists; it names them
     * @throws NoSuchException   if an executor does not exist
     */
    default int importJobs(String json, TriggerDefaults defaults, WhenExists whenExists) {
        return addAll(JobJson.readFile(json, defaults), whenExists);
    }

    /** Stops scheduling, stops what runs, and returns when all of it has ended and is accounted for. */
    @Override
    void close();
}
