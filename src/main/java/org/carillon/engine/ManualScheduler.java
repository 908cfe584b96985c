package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;

/**
 * A scheduler for tests, whose clock stands still until it is moved: the very engine, with its threads, its ledger and, if a
 * store is given to its builder, its database. When a method that moves the clock returns, everything that was due by then has
 * run, in the order of its time, is in the ledger, and has been told to listeners. To be driven by one thread.
 *
 * <p>Those methods throw {@link IllegalStateException} when a run has not ended after {@value #PATIENCE_SECONDS} seconds of real
 * time; {@link #advanceWithoutWaiting} does not wait for the end of runs.
 */
public final class ManualScheduler extends LocalScheduler {
    static final int PATIENCE_SECONDS = 30;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final Duration LONGEST_STEP = Duration.ofDays(1);
    private static final Duration WHILE_CLOSING = Duration.ofSeconds(1);
    private static final Duration CLOSING_AGAIN = Duration.ofMillis(20);

    private final ManualTimeSource clock;

    private ManualScheduler(EngineParts parts, ManualTimeSource clock) {
        super(parts.on(clock));
        this.clock = clock;
    }

    /** One whose clock shows that time. Its clock, which {@link #now} tells, is the one that matters, whatever the builder is told later. */
    public static SchedulerBuilder<ManualScheduler> builder(Instant now) {
        ManualTimeSource clock = new ManualTimeSource(now, LONGEST_STEP);
        return new SchedulerBuilder<>(parts -> new ManualScheduler(parts, clock)).time(clock);
    }

    /** Begins to schedule; what is due at this moment has run when this returns. @throws StoreException if the store failed */
    public void start() {
        begin();
        settle(true);
    }

    /** Lets so much time pass, from one thing that is due to the next. Nothing, for what is due at this moment. */
    public void advance(Duration duration) {
        advance(duration, true);
    }

    /** As {@link #advance}, until the clock shows that time, which must not be past. */
    public void advanceTo(Instant time) {
        advance(Duration.between(now(), time));
    }

    /** As {@link #advance}, but runs may still be going on when this returns: for tests of what happens to those. */
    public void advanceWithoutWaiting(Duration duration) {
        advance(duration, false);
    }

    /** Sets the clock, forward or back, as a person does or a time server: no time passes. */
    public void setClock(Instant time) {
        settle(true);
        clock.jump(time);
        wake();
        settle(true);
    }

    /** The machine is asleep for so long. */
    public void sleep(Duration duration) {
        settle(true);
        clock.oversleep(duration);
        wake();
        settle(true);
    }

    /** Waits for the end of the run in real time. {@inheritDoc} @param atMost of no importance: the clock stands still */
    @Override
    public Run await(long runId, Duration atMost) {
        until(() -> run(runId).orElseThrow(() -> NoSuchException.run(runId)).state().isFinal());
        return run(runId).orElseThrow();
    }

    /** The clock goes on while this waits. {@inheritDoc} */
    @Override
    public void shutdown(Duration wait) throws InterruptedException {
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                engine().drain(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (!waiting.join(CLOSING_AGAIN)) {
            clock.step(clock.nanos() + WHILE_CLOSING.toNanos());
        }
        close();
    }

    /** The clock goes on while this waits for a run that does not heed its stop. {@inheritDoc} */
    @Override
    public void close() {
        Thread closing = Thread.ofVirtual().start(super::close);
        try {
            while (!closing.join(CLOSING_AGAIN)) {
                clock.step(clock.nanos() + WHILE_CLOSING.toNanos());
            }
        } catch (InterruptedException e) {
            closing.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void advance(Duration duration, boolean idle) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time does not go back by itself: " + duration);
        }
        settle(idle);
        long target = clock.nanos() + duration.toNanos();
        while (clock.nanos() < target) {
            clock.step(target);
            wake();
            settle(idle);
        }
    }

    private void wake() {
        engine().core.locked(engine().core::wakeDispatcher);
    }

    /** What a listener does may lead to more. */
    private void settle(boolean idle) {
        if (!engine().isClosed()) {
            until(() -> engine().isSettled(idle) && listeners().isIdle() && engine().isSettled(idle));
        }
    }

    private void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("Still going on: " + runs(RunQuery.newest(100)).stream()
                        .filter(run -> run.state() == RunState.RUNNING).map(run -> "run " + run.id() + " of " + run.jobId()).toList());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
