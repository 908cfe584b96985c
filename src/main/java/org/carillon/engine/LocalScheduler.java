package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.carillon.action.ImportedEnvironment;
import org.carillon.action.JavaTask;
import org.carillon.job.Action;
import org.carillon.job.Attempt;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.JobVersion;
import org.carillon.job.KeepRule;
import org.carillon.job.Run;
import org.carillon.store.ConflictException;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob;
import org.carillon.trigger.Trigger;

/**
 * A scheduler in this process, on threads of its own, which are daemons: they do not keep a program alive. As soon as it is
 * built, jobs can be read and changed and runs asked for; it begins to schedule when it is started. After a shutdown it can
 * still be read, refuses every change with a {@link SchedulerClosedException}, and can be started again as long as its store is
 * open: its listeners stay, and so do its jobs.
 *
 * <p>Neither a run nor a listener may shut down the scheduler that it belongs to: that would wait for itself.
 */
public abstract sealed class LocalScheduler implements Scheduler permits BackgroundScheduler, BlockingScheduler, ManualScheduler {
    private final EngineParts parts;
    private final Listeners listeners = new Listeners();
    private final ReentrantLock starting = new ReentrantLock();
    private final Functions functions;
    private volatile Engine engine;

    LocalScheduler(EngineParts parts) {
        this.parts = parts;
        functions = new Functions(parts.tasks());
        engine = new Engine(parts, listeners, functions);
    }

    /** Begins to schedule, in a new life if the last one is over. */
    final void begin() {
        starting.lock();
        try {
            if (engine.isClosed()) {
                engine.close();
                engine = new Engine(parts, listeners, functions);
            }
            engine.schedule();
        } finally {
            starting.unlock();
        }
    }

    /** From now on so much of the past is kept where jobs do not say it themselves. */
    public final void keep(KeepRule rule) {
        Engine now = engine;
        now.core.locked(() -> now.core.retention.keep(rule));
    }

    @Override
    public Instant now() {
        return parts.time().now();
    }

    final Engine engine() {
        return engine;
    }

    final Listeners listeners() {
        return listeners;
    }

    private <T> T read(Function<Engine, T> body) {
        Engine now = engine;
        return now.core.locked(() -> body.apply(now));
    }

    @Override
    public SchedulerStatus status() {
        return read(now -> now.snapshots.status());
    }

    @Override
    public List<JobStatus> jobs() {
        return read(now -> now.snapshots.jobs());
    }

    /** Others come to the scheduler in between: what is found may be of different moments. */
    @Override
    public List<JobStatus> jobsAfter(String jobId, int limit, JobFilter filter) {
        List<JobStatus> found = new ArrayList<>();
        AtomicReference<String> last = new AtomicReference<>(jobId);
        boolean more = true;
        while (more && found.size() < limit) {
            more = read(now -> now.snapshots.find(last, limit, filter, found));
        }
        return found;
    }

    @Override
    public Optional<JobStatus> job(String jobId) {
        return read(now -> now.snapshots.job(jobId));
    }

    @Override
    public Optional<String> json(String jobId) {
        return parts.store().job(jobId).map(stored -> switch (stored) {
            case StoredJob.Sound sound -> JobJson.writeJob(sound.job());
            case StoredJob.Broken broken -> broken.text();
        });
    }

    @Override
    public List<ExecutorStatus> executors() {
        return read(now -> now.snapshots.executors());
    }

    @Override
    public void addExecutor(ExecutorSpec executor) {
        engine.executors.add(executor);
    }

    @Override
    public void changeExecutor(ExecutorSpec executor) {
        engine.executors.change(executor);
    }

    @Override
    public void removeExecutor(String name) {
        engine.executors.remove(name);
    }

    @Override
    public int refreshEnvironment() {
        ImportedEnvironment fresh = parts.environment().refresh();
        if (fresh.problem() != null) {
            throw new EnvironmentException(fresh.problem());
        }
        return fresh.variables().size();
    }

    @Override
    public void add(Job job) {
        addAll(List.of(job), WhenExists.REFUSE);
    }

    /**
     * Adds a job that calls a function of this program, and plans it. Its name is its id and its policy the default, until it is
     * {@linkplain #modify modified}. A function cannot be stored, so this needs a store that lives as long as the program. Where jobs
     * outlive it, {@linkplain SchedulerBuilder#task register the function} and add a job with a {@link JavaAction} that names it.
     *
     * @throws IllegalStateException if the store is durable
     * @throws ConflictException     if the id exists
     */
    public void add(String id, Trigger trigger, JavaTask function) {
        if (parts.store().isDurable()) {
            throw new IllegalStateException("The function of the job " + id + " cannot be kept in a store that outlives this program."
                    + " Register it with SchedulerBuilder.task, and add a job with a JavaAction that names it");
        }
        Job job = functions.job(id, trigger, function);
        boolean added = false;
        try {
            add(job);
            added = true;
        } finally {
            if (!added) {
                functions.forget(job);
            }
        }
    }

    @Override
    public int addAll(List<Job> jobs, WhenExists whenExists) {
        return engine.changes.addAll(jobs, whenExists);
    }

    @Override
    public void replace(Job job) {
        engine.changes.replace(job);
    }

    /** {@inheritDoc} Nobody else changes the job meanwhile; {@code change} must be quick and must not call the scheduler. */
    @Override
    public Job modify(String jobId, UnaryOperator<Job> change) {
        return engine.changes.modify(jobId, change);
    }

    @Override
    public List<JobVersion> versions(String jobId) {
        read(now -> now.core.jobs.require(jobId));
        return parts.store().versions(jobId);
    }

    @Override
    public void remove(String jobId) {
        engine.changes.remove(jobId);
    }

    @Override
    public void pause(String jobId) {
        engine.changes.setEnabled(jobId, false);
    }

    @Override
    public void resume(String jobId) {
        engine.changes.setEnabled(jobId, true);
    }

    @Override
    public void pauseAll(Instant until) {
        engine.pauses.pause(until);
    }

    @Override
    public void resumeAll() {
        engine.pauses.resume();
    }

    @Override
    public long start(String jobId) {
        return engine.requests.start(jobId);
    }

    @Override
    public long start(String jobId, Action once) {
        return engine.requests.start(jobId, once);
    }

    @Override
    public long skip(String jobId, Instant occurrence, Instant instead) {
        return engine.skips.skip(jobId, occurrence, instead);
    }

    @Override
    public long test(Job draft) {
        return engine.requests.test(draft);
    }

    @Override
    public long rerun(long runId) {
        return engine.requests.rerun(runId);
    }

    @Override
    public void stop(long runId) {
        engine.requests.stop(runId);
    }

    @Override
    public List<Run> runs(RunQuery query) {
        return parts.store().runs(query);
    }

    @Override
    public Optional<Run> run(long runId) {
        return parts.store().run(runId);
    }

    @Override
    public List<Attempt> attempts(long runId) {
        return parts.store().attempts(runId);
    }

    @Override
    public Run await(long runId, Duration atMost) throws InterruptedException {
        return engine.requests.await(runId, atMost);
    }

    @Override
    public Listening listen(Set<EventKind> kinds, SchedulerListener listener) {
        return listeners.add(kinds, listener);
    }

    /**
     * Stops scheduling, lets what runs end by itself for so long, then stops what has not ended. Returns when all of it has
     * ended and is accounted for. What has not been started by then is missed, and treated by its job's policy at the next
     * start.
     *
     * @param wait how long to wait; {@link #close()} does not
     * @throws InterruptedException if the calling thread was interrupted while it waited; nothing new is started then, and
     *                              {@link #close()} is still to be called
     */
    public void shutdown(Duration wait) throws InterruptedException {
        engine.drain(wait);
        close();
    }

    /**
     * Stops scheduling and stops what runs: asked first, killed after its grace. Returns when all of it has ended and is
     * accounted for, and listeners have heard of it (one that is slow is not waited for longer than five seconds). The store
     * stays open. Nothing happens if it is closed already.
     */
    @Override
    public void close() {
        engine.close();
        listeners.awaitHeard();
    }
}
