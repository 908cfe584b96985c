package org.carillon.ui.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunOrder;
import org.carillon.store.RunQuery;

/**
 * Which runs are shown.
 *
 * @param jobIds of these jobs; null for all
 * @param states in these states; empty for all
 * @param from   at or after this time; null for any
 */
record RunFilter(Set<String> jobIds, Set<RunState> states, Instant from) {
    /** A page from the store, newest first; each job's runs are found along its own index. @param before the run that it follows; null for the first page */
    List<Run> page(Scheduler scheduler, Long before, int limit) {
        return page(scheduler, before, limit, null);
    }

    /** The same in that order; null for newest first. */
    List<Run> page(Scheduler scheduler, Long before, int limit, RunOrder order) {
        RunQuery query = new RunQuery(null, states, from, null, before, limit, order);
        if (jobIds == null) {
            return scheduler.runs(query);
        }
        List<Run> found = new ArrayList<>();
        for (String jobId : jobIds) {
            found.addAll(scheduler.runs(new RunQuery(jobId, states, from, null, before, limit, order)));
        }
        found.sort(query.order());
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    boolean passes(Run run) {
        Instant time = RunQuery.timeOf(run);
        return (jobIds == null || jobIds.contains(run.jobId()))
                && (states.isEmpty() || states.contains(run.state()))
                && (from == null || time == null || !time.isBefore(from));
    }
}
