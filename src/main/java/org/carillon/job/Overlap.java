package org.carillon.job;

/** What happens to an occurrence that is due while as many runs of its job as {@code maxInstances} are going on. */
public enum Overlap {
    /** It is skipped. */
    SKIP,
    /** It waits until one of them ends. */
    QUEUE,
    /** It runs beside them; there is no limit. */
    PARALLEL,
    /** The oldest of them is stopped, and it runs instead. */
    REPLACE
}
