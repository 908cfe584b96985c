package org.carillon.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.carillon.action.Orphans;
import org.carillon.action.Workers;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.StoredJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of a scheduler in this process: its parts put together, from the reading of the jobs to the shutdown. It is not
 * started again; the next life is another one on the same store.
 */
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    final Core core;
    final PauseControl pauses;
    final JobChanges changes;
    final ExecutorChanges executors;
    final RunRequests requests;
    final Skips skips;
    final Snapshots snapshots;
    private final EngineParts parts;
    private final RunSupervisor supervisor;
    private final Planning planning;
    private final Dispatcher dispatcher;
    private final ClockSetBack setBack;
    private final Shutdown shutdown;
    private final Recovery recovery;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Reads the jobs; from then on everything works but that nothing is scheduled. */
    Engine(EngineParts parts, Listeners listeners, Functions functions) {
        this.parts = parts;
        core = new Core(parts.time(), parts.store(), listeners, functions);
        parts.executors().all().forEach(spec -> core.pools.add(new ExecutorPool(spec, this::workers)));
        Whereabouts whereabouts = Whereabouts.here(parts.schedulerMark());
        supervisor = new RunSupervisor(core, new RunStarter(core, parts.logs(), parts.actions(), whereabouts, parts.random()));
        planning = new Planning(core, supervisor, parts.random());
        core.retention = new Retention(core, parts.keep(), parts.logs());
        core.later = new LaterSearch(core, supervisor, planning.aside());
        pauses = new PauseControl(core, planning);
        setBack = new ClockSetBack(core, planning.aside());
        dispatcher = new Dispatcher(core, planning, pauses, setBack);
        changes = new JobChanges(core, planning, supervisor);
        executors = new ExecutorChanges(core, supervisor, parts.executors(), this::workers);
        requests = new RunRequests(core, supervisor);
        skips = new Skips(core, supervisor);
        snapshots = new Snapshots(core);
        shutdown = new Shutdown(core, supervisor);
        load();
        new AccountedTimes(core).readToCome(core.now());
        recovery = new Recovery(core);
        core.ledger.start();
        dispatcher.start();
    }

    /** Begins to schedule. Nothing happens if it has begun already. */
    void schedule() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        boolean begun = false;
        try {
            begin();
            begun = true;
        } finally {
            if (!begun) {
                // A store that failed now may work when it is tried again.
                core.locked(() -> core.scheduling = false);
                started.set(false);
            }
        }
    }

    private void begin() {
        if (parts.knowsItsOrphans()) {
            endOrphanedWorkers();
        }
        Recovery.Outcome outcome = recovery.settle();
        Orphanage orphans = new Orphanage(core, supervisor,
                parts.knowsItsOrphans() ? new OrphanCare(core, parts.schedulerMark(), parts.roots()) : null);
        new AccountedTimes(core).readForDue(core.now());
        setBack.planAnew(core.now());
        core.locked(() -> {
            core.publish(new SchedulerEvent.SchedulerStarted(core.now()));
            proceed(outcome, orphans);
            dispatcher.beginScheduling();
            core.retention.begin();
        });
        orphans.end();
        core.locked(() -> core.jobs.all().forEach(core.later::watch));
        requests.startAtBoot();
    }

    /** Nothing new starts; waits until what runs has ended, at most so long. */
    void drain(Duration wait) throws InterruptedException {
        if (!closed.get()) {
            shutdown.drain(wait);
        }
    }

    /** Ends it, stopping what runs; returns when it has ended, also when somebody else ends it. */
    void close() {
        try {
            if (!closed.compareAndSet(false, true)) {
                awaitStopped();
                return;
            }
            end();
        } catch (InterruptedException e) {
            LOG.warn("Closing the scheduler was interrupted; some runs may not be accounted for", e);
            Thread.currentThread().interrupt();
        }
    }

    private void end() throws InterruptedException {
        try {
            shutdown.stopRuns();
            closeWorkers();
            core.retention.close();
            dispatcher.close();
            planning.close();
            core.ledger.close();
            core.publish(new SchedulerEvent.SchedulerStopped(core.now()));
        } finally {
            core.locked(core::close);
            stopped.countDown();
        }
    }

    private Workers workers(ExecutorSpec spec) {
        return new Workers(parts.tasks(), parts.time()::now, parts.schedulerMark(), spec.javaOptions());
    }

    private void closeWorkers() {
        List<Workers> all = core.locked(() -> core.pools.all().stream().map(ExecutorPool::workers).filter(Objects::nonNull).toList());
        all.forEach(Workers::close);
    }

    /** Nothing of what a dead scheduler was doing may go on when its runs are settled. */
    private void endOrphanedWorkers() {
        int ended = Orphans.endWorkers(parts.schedulerMark());
        if (ended > 0) {
            LOG.warn("{} worker processes of a scheduler that has died were still running; they were ended", ended);
        }
    }

    /** For tests. */
    String schedulerMark() {
        return parts.schedulerMark();
    }

    boolean isClosed() {
        return closed.get();
    }

    void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    /** Whether nothing happens before time passes or one of so many runs that go on ends. For tests. */
    boolean isQuiet(long goingOn) {
        return core.locked(() -> core.ledger.isIdle() && core.jobs.all().stream().noneMatch(entry -> entry.claimed)
                && core.active.values().stream().filter(run -> run.phase == ActiveRun.Phase.RUNNING).count() == goingOn
                && core.active.values().stream().noneMatch(run -> run.phase == ActiveRun.Phase.ENDING
                        || run.phase == ActiveRun.Phase.STARTING));
    }

    /**
     * Whether nothing more happens before time passes, runs that go on left aside.
     *
     * @param idle whether no run may go on
     */
    boolean isSettled(boolean idle) {
        planning.awaitAside();
        return core.locked(() -> core.dispatcherWaits() && (core.trouble != null || core.ledger.isIdle() && nobodyIsAtWork(idle)));
    }

    private boolean nobodyIsAtWork(boolean idle) {
        return core.retention.isIdle() && core.jobs.all().stream().noneMatch(entry -> entry.claimed) && core.active.values().stream().noneMatch(run -> switch (run.phase) {
            case STARTING, ENDING -> true;
            case RUNNING -> idle;
            case HELD, QUEUED, BETWEEN_ATTEMPTS -> false;
        });
    }

    private void load() {
        Map<String, Run> lastRuns = core.store.lastRuns();
        core.pause = core.store.pause();
        for (StoredJob stored : core.store.jobs()) {
            JobEntry entry = switch (stored) {
                case StoredJob.Broken broken -> new JobEntry(broken.id(), null, broken.problem());
                case StoredJob.Sound sound -> {
                    Message problem = problemWith(sound.job());
                    JobEntry read = new JobEntry(sound.id(), problem == null ? sound.job() : null, problem);
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

    /** Why a job that can be read cannot be run by this program, or null. */
    private Message problemWith(Job job) {
        return !parts.ownActions() && job.action() instanceof JavaAction java ? parts.tasks().problemWith(java.task()).orElse(null) : null;
    }

    /** What a dead scheduler has left takes its places before anything is planned. The lock is held. */
    private void proceed(Recovery.Outcome outcome, Orphanage orphans) {
        Stream.of(outcome.interrupted(), outcome.missed()).flatMap(List::stream)
                .forEach(run -> core.publish(new SchedulerEvent.RunEnded(core.now(), run)));
        orphans.takePlaces();
        for (Run run : outcome.again()) {
            if (orphans.isOf(run.rerunOf())) {
                requests.hold(run).ifPresent(held -> orphans.hold(run.rerunOf(), held));
            } else {
                requests.proceed(run);
            }
        }
        recovery.proceeded();
    }
}
