package org.carillon.ui.shell;

import java.util.function.Consumer;
import org.carillon.job.Run;
import org.carillon.ui.timeline.TimelineNavigation;

/** Where the timeline leads to. @param log shows the output of a run @param job shows a job among the jobs */
record TimelineTargets(Consumer<Run> log, Consumer<String> job) implements TimelineNavigation {
    @Override
    public void openLog(Run run) {
        log.accept(run);
    }

    @Override
    public void showJob(String jobId) {
        job.accept(jobId);
    }
}
