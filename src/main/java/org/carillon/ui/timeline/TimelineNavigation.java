package org.carillon.ui.timeline;

import java.time.Instant;
import org.carillon.job.Job;
import org.carillon.job.Run;

/** Where the timeline leads to; the shell goes there. */
public interface TimelineNavigation {
    /** Shows the output of a run. */
    void openLog(Run run);

    /** Shows a job among the jobs. */
    void showJob(String jobId);

    /** Asks to which time a planned run is moved. */
    void move(Job job, Instant planned);
}
