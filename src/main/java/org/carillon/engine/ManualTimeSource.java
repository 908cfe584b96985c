package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A clock for tests: it stands still until it is moved. Thread-safe.
 *
 * <p>{@link #advance} lets time pass as it does in a program that runs: whoever waits is woken when his time has come, one after
 * the other, and gets to wait again before time goes on. The other methods do to the clock what the world does to it.
 */
public final class ManualTimeSource implements TimeSource {
    private record Waiter(Thread thread, Lock lock, Condition condition, long deadline) {}

    /** How long to let a woken thread work, in real time, when it does not wait for the clock again. */
    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<Waiter> waiters = new ArrayList<>();
    /** Who has ever waited for this clock. */
    private final Set<Thread> known = new HashSet<>();
    private final Duration longestWait;
    private Instant wall;
    private long nanos;
    private long suspendedNanos;
    private ZoneId zone = ZoneId.of("UTC");

    public ManualTimeSource(Instant start) {
        this(start, Duration.ofSeconds(1));
    }

    /** @param longestWait see {@link TimeSource#longestWait()}; long for one that is stepped from one wake to the next */
    ManualTimeSource(Instant start, Duration longestWait) {
        wall = start;
        this.longestWait = longestWait;
    }

    @Override
    public Duration longestWait() {
        return longestWait;
    }

    @Override
    public synchronized Instant now() {
        return wall;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized long suspendedNanos() {
        return suspendedNanos;
    }

    @Override
    public synchronized ZoneId zone() {
        return zone;
    }

    /** The machine is in another zone from now on; at first, it is in UTC. */
    public synchronized void setZone(ZoneId now) {
        zone = now;
    }

    /** Lets so much time pass. */
    public void advance(Duration duration) {
        settleAll();
        long target;
        synchronized (this) {
            target = nanos + duration.toNanos();
        }
        for (long next = nextDeadline(target); next < target; next = nextDeadline(target)) {
            passUntil(next);
        }
        passUntil(target);
    }

    /** The clock is set. No time passes. */
    public void set(Instant time) {
        settleAll();
        synchronized (this) {
            wall = time;
        }
        passUntil(nextDeadline(Long.MAX_VALUE));
    }

    /** The machine sleeps for so long: the wall clock goes on, the monotonic one does not. */
    public void suspend(Duration duration) {
        settleAll();
        synchronized (this) {
            wall = wall.plus(duration);
            suspendedNanos += duration.toNanos();
        }
        passUntil(nextDeadline(Long.MAX_VALUE));
    }

    /** The process is stopped for so long: all clocks go on, and nobody is woken before that is over. */
    public void freeze(Duration duration) {
        settleAll();
        long target;
        synchronized (this) {
            target = nanos + duration.toNanos();
        }
        passUntil(target);
    }

    @Override
    public void await(Lock lock, Condition condition, long deadline) throws InterruptedException {
        Waiter waiter = new Waiter(Thread.currentThread(), lock, condition, deadline);
        synchronized (this) {
            if (deadline <= nanos) {
                return;
            }
            waiters.add(waiter);
            known.add(waiter.thread);
            notifyAll();
        }
        try {
            condition.await();
        } finally {
            synchronized (this) {
                waiters.remove(waiter);
            }
        }
    }

    /** Sets the wall clock, and wakes nobody. */
    synchronized void jump(Instant time) {
        wall = time;
    }

    /** The machine has been asleep for so long, and nobody is woken. */
    synchronized void oversleep(Duration duration) {
        wall = wall.plus(duration);
        suspendedNanos += duration.toNanos();
    }

    /** Lets time pass until somebody's time has come, or until {@code target}, and wakes him; does not wait for what he does. */
    void step(long target) {
        signal(pass(nextDeadline(target)));
    }

    private synchronized long nextDeadline(long limit) {
        long next = waiters.stream().min(Comparator.comparingLong(Waiter::deadline)).map(Waiter::deadline).orElse(limit);
        return Math.min(next, limit);
    }

    private void passUntil(long target) {
        List<Waiter> due = pass(target);
        signal(due);
        settle(due.stream().map(Waiter::thread).toList());
    }

    /** @return whose time has come */
    private synchronized List<Waiter> pass(long target) {
        if (target != Long.MAX_VALUE && target > nanos) {
            wall = wall.plusNanos(target - nanos);
            nanos = target;
        }
        List<Waiter> due = waiters.stream().filter(waiter -> waiter.deadline <= nanos).toList();
        waiters.removeAll(due);
        return due;
    }

    private static void signal(List<Waiter> due) {
        for (Waiter waiter : due) {
            waiter.lock.lock();
            try {
                waiter.condition.signalAll();
            } finally {
                waiter.lock.unlock();
            }
        }
    }

    /** Lets everybody who is at work come to wait, so that it is known what he waits for. */
    private synchronized void settleAll() {
        known.removeIf(thread -> !thread.isAlive());
        settle(known.stream().filter(thread -> thread != Thread.currentThread()).toList());
    }

    /** Waits until these threads wait again. */
    private synchronized void settle(List<Thread> woken) {
        long deadline = System.nanoTime() + SETTLE_NANOS;
        boolean interrupted = false;
        while (!woken.stream().allMatch(this::isWaiting) && System.nanoTime() < deadline) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWaiting(Thread thread) {
        return !thread.isAlive() || waiters.stream().anyMatch(waiter -> waiter.thread == thread);
    }
}
