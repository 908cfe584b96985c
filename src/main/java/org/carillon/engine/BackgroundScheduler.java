package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.job.Attempt;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scheduler in this process, on threads of its own. It is made with {@link #builder()}, begins to schedule with
 * {@link #start()}, and ends with {@link #close()} or {@link #shutdown(Duration)}. Its threads are daemons: they do not keep a
 * program alive.
 */
public final class BackgroundScheduler implements Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundScheduler.class);

    private final Core core;
    private final Whereabouts whereabouts;
    private final boolean knowsItsOrphans;
    private final Planning planning;
    private final Dispatcher dispatcher;
    private final PauseControl pauses;
    private final ClockSetBack setBack;
    private final JobChanges changes;
    private final RunRequests requests;
    private final Snapshots snapshots;
    private final Shutdown shutdown;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    BackgroundScheduler(SchedulerBuilder parts) {
        core = new Core(parts.time, parts.store);
        parts.executors.values().forEach(spec -> core.pools.put(spec.name(), new ExecutorPool(spec)));
        whereabouts = Whereabouts.here(parts.schedulerMark());
        knowsItsOrphans = parts.knowsItsOrphans();
        RunSupervisor supervisor = new RunSupervisor(core, new RunStarter(core, parts.logs, parts.actions, whereabouts));
        planning = new Planning(core, supervisor, parts.random);
        core.later = new LaterSearch(core, supervisor, planning.aside());
        pauses = new PauseControl(core, planning);
        setBack = new ClockSetBack(core, supervisor);
        dispatcher = new Dispatcher(core, planning, pauses, setBack);
        changes = new JobChanges(core, planning, supervisor);
        requests = new RunRequests(core, supervisor);
        snapshots = new Snapshots(core);
        shutdown = new Shutdown(core, supervisor);
        load();
        core.ledger.start();
        core.listeners.start();
        dispatcher.start();
    }

    public static SchedulerBuilder builder() {
        return new SchedulerBuilder();
    }

    /**
     * Begins to schedule and returns at once. Runs that a scheduler before this one left unfinished are settled first.
     * Nothing happens if it has begun already.
     *
     * @throws StoreException        if the store failed; nothing is scheduled then
     * @throws IllegalStateException if it was closed
     */
    public void start() {
        if (closed.get()) {
            throw new IllegalStateException("This scheduler was closed");
        }
        if (!started.compareAndSet(false, true)) {
            return;
        }
        Recovery.Outcome outcome = new Recovery(core).run();
        setBack.planAnew(core.now());
        core.locked(dispatcher::beginScheduling);
        core.publish(new SchedulerEvent.SchedulerStarted(core.now()));
        proceed(outcome);
        core.locked(() -> core.jobs.all().forEach(core.later::watch));
        requests.startAtBoot();
    }

    /** {@link #start()}, and returns when it has been closed, by another thread. */
    public void runUntilStopped() throws InterruptedException {
        start();
        stopped.await();
    }

    @Override
    public SchedulerStatus status() {
        return core.locked(snapshots::status);
    }

    @Override
    public List<JobStatus> jobs() {
        return core.locked(snapshots::jobs);
    }

    @Override
    public Optional<JobStatus> job(String jobId) {
        return core.locked(() -> snapshots.job(jobId));
    }

    @Override
    public List<ExecutorStatus> executors() {
        return core.locked(snapshots::executors);
    }

    @Override
    public void add(Job job) {
        changes.addAll(List.of(job), WhenExists.REFUSE);
    }

    @Override
    public int addAll(List<Job> jobs, WhenExists whenExists) {
        return changes.addAll(jobs, whenExists);
    }

    @Override
    public void replace(Job job) {
        changes.replace(job);
    }

    @Override
    public void remove(String jobId) {
        changes.remove(jobId);
    }

    @Override
    public void pause(String jobId) {
        changes.setEnabled(jobId, false);
    }

    @Override
    public void resume(String jobId) {
        changes.setEnabled(jobId, true);
    }

    @Override
    public void pauseAll(Instant until) {
        pauses.pause(until);
    }

    @Override
    public void resumeAll() {
        pauses.resume();
    }

    @Override
    public long start(String jobId) {
        return requests.start(jobId);
    }

    @Override
    public long test(Job draft) {
        return requests.test(draft);
    }

    @Override
    public long rerun(long runId) {
        return requests.rerun(runId);
    }

    @Override
    public void stop(long runId) {
        requests.stop(runId);
    }

    @Override
    public List<Run> runs(RunQuery query) {
        return core.store.runs(query);
    }

    @Override
    public Optional<Run> run(long runId) {
        return core.store.run(runId);
    }

    @Override
    public List<Attempt> attempts(long runId) {
        return core.store.attempts(runId);
    }

    @Override
    public Run await(long runId, Duration atMost) throws InterruptedException {
        return requests.await(runId, atMost);
    }

    @Override
    public AutoCloseable listen(SchedulerListener listener) {
        return core.listeners.add(listener);
    }

    /** Stops scheduling and lets what runs end by itself for so long; what has not ended then is stopped. */
    public void shutdown(Duration wait) throws InterruptedException {
        if (!closed.get()) {
            shutdown.drain(wait);
        }
        close();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            shutdown.stopRuns();
            planning.close();
            dispatcher.close();
            core.ledger.close();
            core.publish(new SchedulerEvent.SchedulerStopped(core.now()));
            core.listeners.close();
        } catch (InterruptedException e) {
            LOG.warn("Closing the scheduler was interrupted; some runs may not be accounted for", e);
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    /** Whether nothing happens before time passes or one of so many runs that go on ends. For tests. */
    boolean isQuiet(long goingOn) {
        return core.locked(() -> core.ledger.isIdle() && core.jobs.all().stream().noneMatch(entry -> entry.claimed)
                && core.active.values().stream().filter(run -> run.phase == ActiveRun.Phase.RUNNING).count() == goingOn
                && core.active.values().stream().noneMatch(run -> run.phase == ActiveRun.Phase.ENDING
                        || run.phase == ActiveRun.Phase.STARTING));
    }

    private void load() {
        Map<String, Run> lastRuns = core.store.lastRuns();
        core.pause = core.store.pause();
        for (StoredJob stored : core.store.jobs()) {
            JobEntry entry = switch (stored) {
                case StoredJob.Broken broken -> new JobEntry(broken.id(), null, broken.problem());
                case StoredJob.Sound sound -> {
                    JobEntry read = new JobEntry(sound.id(), sound.job(), null);
                    read.nextRun = sound.nextRun();
                    read.planned = sound.planned();
                    yield read;
                }
            };
            entry.lastRun = lastRuns.get(entry.id);
            core.jobs.add(entry);
            core.jobs.arrange(entry);
        }
    }

    /** Whatever repeats an interrupted run waits until nothing is left of that. */
    private void proceed(Recovery.Outcome outcome) {
        OrphanCare care = new OrphanCare(core, whereabouts.schedulerMark());
        Map<Long, Run> orphaned = knowsItsOrphans ? care.interruptedWithOrphans() : Map.of();
        Map<Long, Run> held = new HashMap<>();
        for (Run run : outcome.again()) {
            if (run.rerunOf() != null && orphaned.containsKey(run.rerunOf())) {
                held.put(run.rerunOf(), run);
            } else {
                requests.proceed(run);
            }
        }
        outcome.interrupted().forEach(run -> core.publish(new SchedulerEvent.RunEnded(core.now(), run)));
        outcome.missed().forEach(run -> core.publish(new SchedulerEvent.RunEnded(core.now(), run)));
        orphaned.values().forEach(old ->
                care.end(old, () -> Optional.ofNullable(held.get(old.id())).ifPresent(requests::proceed)));
    }
}
