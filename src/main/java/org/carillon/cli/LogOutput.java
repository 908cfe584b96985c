package org.carillon.cli;

/** Prints a run's log as it grows. Not thread-safe. */
interface LogOutput {
    /** Prints what has come since. @return whether there is a log at all */
    boolean copyNew();

    /** The run has ended: prints also what was held back. */
    default void end() {
        copyNew();
    }
}
