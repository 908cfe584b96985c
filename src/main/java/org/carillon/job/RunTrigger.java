package org.carillon.job;

/** Who or what started a run. */
public enum RunTrigger {
    /** Its planned time came. */
    SCHEDULE,
    /** A person or a program asked for it. */
    MANUAL,
    /** A trial of a job that may not be saved yet. */
    TEST,
    /** A repetition of an earlier run. */
    RERUN,
    /** A planned time that was missed and made up for. */
    CATCH_UP
}
