package org.carillon.ui.tray;

import java.util.List;
import org.carillon.message.Language;

/**
 * All that the icon and its menu depend on; where nothing of it has changed, neither do they.
 *
 * @param stateWords what the scheduler is doing, in words
 * @param paused     whether everything is paused
 * @param nextRun    the next run in words, or null if there is none
 * @param jobs       those that the menu offers to run
 * @param moreJobs   how many there are besides
 * @param failed     those that failed and that nobody has looked at since
 */
record TrayFacts(Language language, TrayState state, String stateWords, boolean paused, String nextRun, List<Entry> jobs, int moreJobs,
        List<Entry> failed) {
    /** A job by name. */
    record Entry(String id, String name) {}
}
