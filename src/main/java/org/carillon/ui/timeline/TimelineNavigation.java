package org.carillon.ui.timeline;

import org.carillon.job.Run;

/** Where the timeline leads to; the shell goes there. */
public interface TimelineNavigation {
    /** Shows the output of a run. */
    void openLog(Run run);

    /** Shows a job among the jobs. */
    void showJob(String jobId);
}
