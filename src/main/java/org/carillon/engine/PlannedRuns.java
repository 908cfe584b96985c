package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.store.Change;

/**
 * A plan as ledger entries.
 *
 * @param changes what to write
 * @param going   the runs that take place, beside their decisions
 * @param notRun  the entries of those that do not
 */
record PlannedRuns(List<Change> changes, List<Going> going, List<Run> notRun) {
    record Going(Plan.Go decision, Run run) {}

    /** The entries of a plan for that job, decided at {@code now}. */
    static PlannedRuns of(Job job, Plan plan, Instant now, LedgerWork.RunIds ids) {
        PlannedRuns result = new PlannedRuns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int fresh = (int) plan.decisions().stream().filter(decision -> decision.leftover() == null).count();
        long id = fresh == 0 ? 0 : ids.reserve(fresh);
        for (Plan.Decision decision : plan.decisions()) {
            Run leftover = decision.leftover();
            Run run = leftover == null ? fresh(id++, job, decision, now) : decided(leftover, decision, now);
            if (run != leftover) {
                result.changes.add(leftover == null ? new Change.AddRun(run) : new Change.UpdateRun(run));
            }
            switch (decision) {
                case Plan.Go go -> result.going.add(new Going(go, run));
                case Plan.NotRun _ -> result.notRun.add(run);
            }
        }
        return result;
    }

    private static Run fresh(long id, Job job, Plan.Decision decision, Instant now) {
        return switch (decision) {
            case Plan.Go go -> Run.queued(id, job, go.scheduledAt(), go.trigger());
            case Plan.NotRun not -> {
                Run run = Run.notRun(id, job, not.occurrences().from(), not.state(), not.reason(), now);
                yield not.occurrences().count() == 1 ? run : run.counting(not.occurrences());
            }
        };
    }

    private static Run decided(Run leftover, Plan.Decision decision, Instant now) {
        return switch (decision) {
            case Plan.Go _ -> leftover;
            case Plan.NotRun not -> leftover.ended(not.state(), not.reason(), now, null, 0);
        };
    }
}
