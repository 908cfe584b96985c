package org.carillon.job;

/** What happens to processes that a run has left, because its scheduler died before they ended. */
public enum OnOrphans {
    /** They are asked to end, and killed after the grace. */
    END,
    /** They go on, and the ledger says so. */
    LEAVE
}
