package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.StoreException;

/**
 * What the parts of the scheduler share: its state in memory under one lock, which is never held while the disk or a process is
 * waited for. The store is changed first, and what is in memory when that is durable.
 */
final class Core implements LedgerWriter.StoreWatch {
    private static final Duration REST = Duration.ofMinutes(1);

    final TimeSource time;
    final JobStore store;
    final LedgerWriter ledger;
    private final Listeners listeners;
    private final Functions functions;
    /** Set once, before anything is planned. */
    LaterSearch later;
    /** Set once, before anything is planned. */
    Retention retention;

    /** Held to read while a job is added or changed, to write while an executor is removed: nobody may begin to use it then. */
    final ReentrantReadWriteLock jobsChange = new ReentrantReadWriteLock();

    private final ReentrantLock lock = new ReentrantLock();
    /** The dispatcher has something new to look at. */
    private final Condition wake = lock.newCondition();
    /** A claim was given back. */
    private final Condition released = lock.newCondition();
    /** A run has ended. */
    private final Condition ended = lock.newCondition();

    // All of this is guarded by the lock.
    final ExecutorPools pools = new ExecutorPools();
    final JobTable jobs = new JobTable();
    final Timers timers = new Timers();
    final Map<Long, ActiveRun> active = new HashMap<>();
    Pause pause = Pause.NONE;
    /** The last pause that is over: occurrences from that time were skipped, not missed. */
    Pause lastPause = Pause.NONE;
    /** Why it cannot schedule, or null. */
    Message trouble;
    /** Whether planned times lead to runs. */
    boolean scheduling;
    /** Whether runs are handed out and planned no more. */
    boolean closing;
    /** The last one, or null. */
    private Interruption interruption;
    /** Jobs with runs that were waiting when their scheduler died: to be planned even though no planned time is due. */
    final Set<JobEntry> withLeftovers = new LinkedHashSet<>();
    private boolean dispatcherEnds;
    private boolean dispatcherWaits;
    private boolean closed;

    Core(TimeSource time, JobStore store, Listeners listeners, Functions functions) {
        this.time = time;
        this.store = store;
        this.listeners = listeners;
        this.functions = functions;
        ledger = new LedgerWriter(store, time, this);
    }

    <T> T locked(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable body) {
        lock.lock();
        try {
            body.run();
        } finally {
            lock.unlock();
        }
    }

    /** The caller holds the lock. */
    void wakeDispatcher() {
        dispatcherWaits = false;
        wake.signal();
    }

    /** Whether the dispatcher has looked at everything new and waits for time to pass. The caller holds the lock. */
    boolean dispatcherWaits() {
        return dispatcherWaits;
    }

    /** Waits until something is new or the monotonic clock has come to that point. The caller holds the lock. */
    void awaitNews(long deadline) throws InterruptedException {
        dispatcherWaits = true;
        try {
            time.await(lock, wake, deadline);
        } finally {
            dispatcherWaits = false;
        }
    }

    void endDispatcher() {
        dispatcherEnds = true;
        wakeDispatcher();
    }

    boolean dispatcherEnds() {
        return dispatcherEnds;
    }

    /** It is over: whoever still wants to change something is refused. The caller holds the lock. */
    void close() {
        closed = true;
        released.signalAll();
        ended.signalAll();
    }

    /** The caller holds the lock. */
    void checkOpen() {
        if (closed) {
            throw new SchedulerClosedException();
        }
    }

    /**
     * Waits until the caller alone may change or plan this job. The caller holds the lock.
     *
     * @throws NoSuchException          if it was removed meanwhile
     * @throws SchedulerClosedException if the scheduler is closed
     */
    void claim(JobEntry entry) {
        while (entry.claimed && !closed) {
            released.awaitUninterruptibly();
        }
        checkOpen();
        if (entry.removed) {
            throw NoSuchException.job(entry.id);
        }
        take(entry);
    }

    /** Claims a job that nobody has claimed. The caller holds the lock. */
    void take(JobEntry entry) {
        entry.claimed = true;
        jobs.arrange(entry);
    }

    /** The caller holds the lock. */
    void release(JobEntry entry) {
        entry.claimed = false;
        entry.touch();
        if (!entry.removed) {
            jobs.arrange(entry);
        }
        released.signalAll();
        wakeDispatcher();
    }

    /** Gives back the claim of a job that could not be planned, which is tried again, but not at once. The caller holds the lock. */
    void rest(JobEntry entry) {
        entry.resting = true;
        release(entry);
        after(REST, () -> {
            entry.resting = false;
            if (!entry.leftovers.isEmpty()) {
                withLeftovers.add(entry);
            }
            if (!entry.removed) {
                jobs.arrange(entry);
            }
        });
    }

    /** Does something after a while, on the dispatcher's thread, with the lock held. The caller holds the lock. */
    Timers.Timer after(Duration delay, Runnable task) {
        Timers.Timer timer = timers.add(time.nanos(), delay, task);
        wakeDispatcher();
        return timer;
    }

    /** A run is in the ledger in another state: what a job's status shows of it. The caller holds the lock. */
    void noteLastRun(Run run) {
        if (run.state().isFinal()) {
            retention.ended(run);
        }
        JobEntry entry = jobs.get(run.jobId());
        if (entry != null && run.tellsOfJob() && (entry.lastRun == null || entry.lastRun.id() <= run.id())) {
            entry.lastRun = run;
            entry.touch();
        }
    }

    /** A job was removed, or a run of a removed one has ended: what only that job needs is forgotten after its last run. */
    void forgetIfGone(JobEntry entry) {
        if (entry.removed && entry.isIdle()) {
            functions.forget(entry.job);
        }
    }

    void runEnded() {
        ended.signalAll();
        wakeDispatcher();
    }

    /** Waits until no run goes on, or for so long. The caller does not hold the lock. @return whether none does */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        return awaitEnd(active::isEmpty, atMost);
    }

    /** Waits until a condition holds that only the end of a run can bring about. @return whether it does */
    boolean awaitEnd(Supplier<Boolean> condition, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long deadline = time.nanos() + (atMost.compareTo(Policy.LONGEST) < 0 ? atMost : Policy.LONGEST).toNanos();
            while (!condition.get()) {
                if (deadline - time.nanos() <= 0) {
                    return false;
                }
                time.await(lock, ended, deadline);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Something is over that has kept the scheduler from its work. The caller holds the lock. */
    void interrupted(Reason.Cause cause) {
        interruption = new Interruption(time.now(), cause);
    }

    /** The clock was set back: when the last interruption was over cannot be told any more. The caller holds the lock. */
    void forgetInterruption() {
        interruption = null;
    }

    /** Why a job whose next planned time is this was not planned in time, or null for no known reason. The caller holds the lock. */
    Reason.Cause lateCause(Instant nextRun) {
        boolean interrupted = interruption != null && nextRun != null && nextRun.isBefore(interruption.until());
        return interrupted ? interruption.cause() : null;
    }

    void publish(SchedulerEvent event) {
        listeners.publish(event);
    }

    Instant now() {
        return time.now();
    }

    @Override
    public void failed(StoreException why) {
        locked(() -> {
            trouble = why.explanation();
            ended.signalAll();
        });
        publish(new SchedulerEvent.StoreFailed(now(), why.explanation()));
    }

    @Override
    public void recovered() {
        locked(() -> {
            trouble = null;
            interrupted(Reason.Cause.STORE_FAILED);
            wakeDispatcher();
        });
        publish(new SchedulerEvent.StoreRecovered(now()));
    }
}
