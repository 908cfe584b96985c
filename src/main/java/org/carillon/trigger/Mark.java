package org.carillon.trigger;

/** What a clock change does to an occurrence. */
public enum Mark {
    /** Nothing. */
    NORMAL,
    /** The planned time does not exist on that day; it runs later by as much as the clocks go forward. */
    MOVED,
    /** The planned time does not exist on that day; it runs later by as much, together with the run that is planned for then. */
    MERGED,
    /** The planned time does not exist on that day; it does not run. */
    LEFT_OUT,
    /** As {@link #LEFT_OUT}, because the expression follows elapsed time, while the hours that it is restricted to are shorter on that day. */
    PASSED_OVER,
    /** The planned time exists twice on that day; it runs at the first of the two only. */
    FIRST_OF_TWO,
    /** The planned time exists twice on that day and runs both times; this is the first. */
    FIRST_PASS,
    /** The planned time exists twice on that day and runs both times; this is the second. */
    SECOND_PASS,
    /** The interval is elapsed time, and the clocks have changed since the run before: from here on it is at another time on the clock. */
    SHIFTED
}
