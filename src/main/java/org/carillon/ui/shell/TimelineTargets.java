package org.carillon.ui.shell;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.ui.timeline.TimelineNavigation;

/**
 * Where the timeline leads to.
 *
 * @param log  shows the output of a run
 * @param job  shows a job among the jobs
 * @param move asks to which time a planned run is moved
 */
record TimelineTargets(Consumer<Run> log, Consumer<String> job, BiConsumer<Job, Instant> move) implements TimelineNavigation {
    @Override
    public void openLog(Run run) {
        log.accept(run);
    }

    @Override
    public void showJob(String jobId) {
        job.accept(jobId);
    }

    @Override
    public void move(Job moved, Instant planned) {
        move.accept(moved, planned);
    }
}
