package org.carillon.ui.runs;

import org.carillon.job.Run;

/** Where the runs table leads to; the shell goes there. */
@FunctionalInterface
public interface RunsNavigation {
    /** Shows the output of a run. */
    void openLog(Run run);
}
