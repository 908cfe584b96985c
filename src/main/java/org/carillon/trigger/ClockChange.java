package org.carillon.trigger;

/** What a trigger makes of local times that a clock change leaves out or repeats. */
public enum ClockChange {
    /**
     * Every planned local time runs once: in a gap it is moved forward by the gap's length, in an overlap the first of the
     * two counts. A cron expression whose minute or hour field starts with {@code *} follows elapsed time instead.
     */
    ONCE,
    /** Only local times that exist, each time that they occur; for calendar intervals the first of two. */
    LITERAL
}
