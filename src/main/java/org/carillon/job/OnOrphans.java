package org.carillon.job;

/** What happens to processes that a run has left, because its scheduler died before they ended. */
public enum OnOrphans {
    /** They are asked to end, and killed after the grace. */
    END,
    /** They go on, and the ledger says so; what repeats the run does not wait for them. Ended at the next start if the job is gone by then. */
    LEAVE
}
