package org.carillon.trigger;

/**
 * Planned local times, without a zone: seconds since 1970-01-01T00:00 on the clock on the wall. Pure and thread-safe.
 */
interface LocalSchedule {
    /** No such time. Later than any time, so that it never wins a search for the earliest; an offset can be added without overflow. */
    long NONE = Long.MAX_VALUE / 2;
    long NONE_BEFORE = Long.MIN_VALUE / 2;

    /** The earliest planned time at or after that one, or {@link #NONE}. */
    long next(long local);

    /** The latest planned time at or before that one, or {@link #NONE_BEFORE}. */
    long previous(long local);
}
