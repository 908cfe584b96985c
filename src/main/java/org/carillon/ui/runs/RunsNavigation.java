package org.carillon.ui.runs;

import org.carillon.job.Run;

/** Where the runs table leads to; the shell goes there. */
@FunctionalInterface
public interface RunsNavigation {
    /** Shows the output of a run. */
    void openLog(Run run);

    /** Something is shown below the runs, and needs the room that a log may have. */
    default void makeRoom() {}
}
