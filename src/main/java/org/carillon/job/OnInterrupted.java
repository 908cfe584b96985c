package org.carillon.job;

/** What happens to a run that was cut off by the death of its scheduler. */
public enum OnInterrupted {
    /** Nothing: it stays INTERRUPTED. */
    LEAVE,
    /** A new run, linked to it, repeats it. */
    RERUN
}
