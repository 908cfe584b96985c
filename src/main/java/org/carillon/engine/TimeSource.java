package org.carillon.engine;

import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** The engine's only clock. The system's in a program, a manual one in tests. Thread-safe. */
public interface TimeSource {
    /** The wall clock, which may be set. */
    Instant now();

    /** Nanoseconds that only ever grow, from an arbitrary origin; not comparable with {@link #now()}. */
    long nanos();

    /**
     * Waits until signalled or until so many nanoseconds have passed, whichever is first; may wake early.
     * The caller holds the condition's lock.
     */
    void await(Condition condition, long nanos) throws InterruptedException;

    /** This machine's clock. */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
