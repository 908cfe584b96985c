package org.carillon.ui.editor;

import org.carillon.log.LogPage;

/** Where the output of a test run is read. */
@FunctionalInterface
interface TrialLog {
    /** The lines from an offset on, at most so many; empty while there are none. May wait for the disk. */
    LogPage lines(long runId, long from, int most);
}
