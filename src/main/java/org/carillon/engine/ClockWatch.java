package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Notices that the clock was set and that the machine or the process was asleep, by comparing what the clocks say at each look
 * with what they said at the last one, and with how long the wait between was meant to take. Used by one thread.
 */
final class ClockWatch {
    /** @param by how far the wall clock is from where it was expected @param asleep whether time passed without the process running */
    record Jump(Duration by, boolean asleep) {
        boolean isBackward() {
            return by.isNegative();
        }
    }

    /** A smaller difference than this is the work of NTP, or of a busy machine. */
    static final Duration SET_THRESHOLD = Duration.ofSeconds(1);
    /** A wait that takes so much longer than meant was not a wait. */
    static final Duration OVERSLEPT_THRESHOLD = Duration.ofSeconds(2);

    private final LongSupplier suspendedNanos;
    private Instant lastWall;
    private long lastNanos;
    private long lastSuspended;

    /** @param suspendedNanos see {@link TimeSource#suspendedNanos()}; asked only when something looks wrong */
    ClockWatch(Instant wall, long nanos, LongSupplier suspendedNanos) {
        this.suspendedNanos = suspendedNanos;
        lastWall = wall;
        lastNanos = nanos;
        lastSuspended = suspendedNanos.getAsLong();
    }

    /**
     * Looks at the clocks.
     *
     * @param meant how long the wait since the last look was meant to take, in nanoseconds; the rest is little work
     * @return what has happened since the last look, null for nothing unusual
     */
    Jump look(Instant wall, long nanos, long meant) {
        long passed = nanos - lastNanos;
        Duration drift = Duration.between(lastWall, wall).minusNanos(passed);
        Duration overslept = Duration.ofNanos(passed - meant);
        lastWall = wall;
        lastNanos = nanos;
        boolean wasSet = drift.abs().compareTo(SET_THRESHOLD) >= 0;
        if (overslept.compareTo(OVERSLEPT_THRESHOLD) >= 0) {
            return new Jump(wasSet ? drift : overslept, true);
        }
        return wasSet ? new Jump(drift, drift.isPositive() && wasSuspended()) : null;
    }

    /**
     * Linux and macOS stop the monotonic clock during sleep: then the wall clock alone goes on, as if it were set forward.
     * Where the system does not say, a sleep is by far the more frequent of the two.
     */
    private boolean wasSuspended() {
        long now = suspendedNanos.getAsLong();
        if (now == TimeSource.UNKNOWN || lastSuspended == TimeSource.UNKNOWN) {
            return true;
        }
        Duration slept = Duration.ofNanos(now - lastSuspended);
        lastSuspended = now;
        return slept.compareTo(SET_THRESHOLD) >= 0;
    }
}
