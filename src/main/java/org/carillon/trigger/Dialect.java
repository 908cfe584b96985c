package org.carillon.trigger;

/** How a cron expression is read. */
public enum Dialect {
    /** crontab(5): five fields, or six with seconds in front; Sunday is 0 and 7. */
    UNIX,
    /** Quartz: six fields with seconds in front, or seven with a year at the end; Sunday is 1. */
    QUARTZ
}
