package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The engine's only clock. The system's in a program, a manual one in tests. Thread-safe. */
public interface TimeSource {
    /** The wall clock, which may be set. */
    Instant now();

    /** Nanoseconds that only ever grow, from an arbitrary origin; not comparable with {@link #now()}. */
    long nanos();

    /**
     * Waits until signalled or until {@link #nanos()} has come to {@code deadline}, whichever is first; may wake early.
     * The caller holds the lock, and the condition is one of that lock's.
     */
    void await(Lock lock, Condition condition, long deadline) throws InterruptedException;

    /** The answer of a clock that does not know whether its machine sleeps. */
    long UNKNOWN = -1;

    /**
     * How long the machine has been asleep so far, in nanoseconds, or {@link #UNKNOWN}. It tells a sleep, which stops the
     * monotonic clock of some systems, from a wall clock that was set forward.
     */
    default long suspendedNanos() {
        return UNKNOWN;
    }

    /** The zone of the machine as it is now; nothing is planned by it. */
    default ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /** How long whoever watches this clock may wait without looking at it: it might have been set, or have slept. */
    default Duration longestWait() {
        return Duration.ofSeconds(1);
    }

    /** This machine's clock. */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
