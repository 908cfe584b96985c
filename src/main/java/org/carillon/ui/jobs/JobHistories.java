package org.carillon.ui.jobs;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunQuery;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FeedUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the newest runs of the jobs that come into sight, a few jobs at a time and never twice, and keeps them up to date
 * with what happens. Five thousand jobs that nobody scrolls to cost nothing.
 */
final class JobHistories {
    private static final Logger LOG = LoggerFactory.getLogger(JobHistories.class);
    private static final int AT_ONCE = 40;
    /** Trials of drafts are among them, and do not count. */
    private static final int LOOKED_AT = 2 * JobRow.HISTORY;
    private static final Set<RunState> ENDED =
            EnumSet.of(RunState.SUCCEEDED, RunState.FAILED, RunState.TIMED_OUT, RunState.CANCELLED, RunState.INTERRUPTED);

    private final Scheduler scheduler;
    private final Background background;
    private final Map<String, JobRow> wanted = new LinkedHashMap<>();
    private boolean fetching;

    JobHistories(Scheduler scheduler, Background background) {
        this.scheduler = scheduler;
        this.background = background;
    }

    void want(JobRow row) {
        if (row.wantHistory()) {
            wanted.put(row.id(), row);
            fetch();
        }
    }

    private void fetch() {
        if (fetching || wanted.isEmpty()) {
            return;
        }
        fetching = true;
        List<JobRow> next = wanted.values().stream().limit(AT_ONCE).toList();
        next.forEach(row -> wanted.remove(row.id()));
        background.run(() -> read(next), this::tell, failure -> {
            fetching = false;
            LOG.warn("The newest runs of {} jobs could not be read", next.size(), failure);
            fetch();
        });
    }

    private Map<JobRow, List<Run>> read(List<JobRow> rows) {
        Map<JobRow, List<Run>> found = new HashMap<>();
        for (JobRow row : rows) {
            found.put(row, scheduler.runs(RunQuery.ofJob(row.id(), LOOKED_AT).in(ENDED)).stream().filter(Run::tellsOfJob).limit(JobRow.HISTORY).toList());
        }
        return found;
    }

    private void tell(Map<JobRow, List<Run>> found) {
        fetching = false;
        found.forEach(JobRow::remember);
        fetch();
    }

    /** Takes the runs that have ended since into the histories that are on show. */
    void take(FeedUpdate update, Map<String, JobRow> rows) {
        Map<String, List<Run>> ended = update.runs().stream()
                .filter(run -> ENDED.contains(run.state()) && run.tellsOfJob())
                .collect(Collectors.groupingBy(Run::jobId, Collectors.toCollection(ArrayList::new)));
        ended.forEach((jobId, runs) -> {
            JobRow row = rows.get(jobId);
            if (row != null) {
                row.remember(runs);
            }
        });
    }
}
