package org.carillon.ui.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.engine.SchedulerEvent;
import org.carillon.engine.SchedulerEvent.JobAdded;
import org.carillon.engine.SchedulerEvent.JobChanged;
import org.carillon.engine.SchedulerEvent.JobRemoved;
import org.carillon.engine.SchedulerEvent.RunEnded;
import org.carillon.engine.SchedulerEvent.RunQueued;
import org.carillon.engine.SchedulerEvent.RunStarted;
import org.carillon.engine.SchedulerEvent.RunWillRetry;
import org.carillon.engine.SchedulerListener;
import org.carillon.job.Run;

/** What has happened since the window last looked, folded: of many events of one run or job only what it is now. Thread-safe. */
final class PendingEvents implements SchedulerListener {
    /** More than this is not told one by one; the window reads everything anew instead. */
    private static final int MOST_RUNS = 5_000;

    /**
     * What happened.
     *
     * @param jobs       the ids of the jobs it happened to
     * @param runs       the runs it happened to, as they are now
     * @param everything whether all must be read anew
     * @param any        whether anything happened at all
     */
    record Taken(Set<String> jobs, List<Run> runs, boolean everything, boolean any) {}

    private final Set<String> jobs = new LinkedHashSet<>();
    private final Map<Long, Run> runs = new LinkedHashMap<>();
    private boolean everything = true;
    private boolean any = true;

    @Override
    public synchronized void on(SchedulerEvent event) {
        any = true;
        switch (event) {
            case JobAdded added -> jobs.add(added.job().id());
            case JobChanged changed -> jobs.add(changed.job().id());
            case JobRemoved removed -> jobs.add(removed.jobId());
            case RunQueued queued -> add(queued.run());
            case RunStarted started -> add(started.run());
            case RunWillRetry waiting -> add(waiting.run());
            case RunEnded ended -> add(ended.run());
            case SchedulerEvent other -> everything |= concernsAllJobs(other);
        }
    }

    private static boolean concernsAllJobs(SchedulerEvent event) {
        return !(event instanceof SchedulerEvent.StoreFailed);
    }

    private void add(Run run) {
        jobs.add(run.jobId());
        runs.remove(run.id());
        runs.put(run.id(), run);
        if (runs.size() > MOST_RUNS) {
            runs.clear();
            everything = true;
        }
    }

    synchronized void wantEverything() {
        everything = true;
        any = true;
    }

    synchronized Taken take() {
        Taken taken = new Taken(Set.copyOf(jobs), new ArrayList<>(runs.values()), everything, any);
        jobs.clear();
        runs.clear();
        everything = false;
        any = false;
        return taken;
    }
}
