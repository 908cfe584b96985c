package org.carillon.ui.fx;

import java.util.List;
import java.util.Set;
import org.carillon.engine.JobStatus;
import org.carillon.job.Run;

/**
 * What has become of jobs and runs since the update before.
 *
 * @param complete whether {@code jobs} are all jobs there are; what is not among them is gone, and runs may have been left out
 * @param jobs     jobs that are new or may have changed, as they are now
 * @param removed  ids of jobs that are gone
 * @param runs     runs that are new or have changed, as they are now, oldest first
 */
public record FeedUpdate(boolean complete, List<JobStatus> jobs, Set<String> removed, List<Run> runs) {
    public FeedUpdate {
        jobs = List.copyOf(jobs);
        removed = Set.copyOf(removed);
        runs = List.copyOf(runs);
    }
}
