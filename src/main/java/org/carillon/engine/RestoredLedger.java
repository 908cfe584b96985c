package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob;

/**
 * Settles a job store that was restored from a backup. What was planned between the backup and now may have run: it is entered as
 * missed, with that reason, and nothing of it is run a second time; jobs go on with their next time from now.
 */
public final class RestoredLedger {
    private RestoredLedger() {}

    /**
     * Does it in one commit.
     *
     * @param store no scheduler uses it
     * @throws StoreException if the store failed; nothing was changed then
     */
    public static void settle(JobStore store, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (Run run : store.unfinished()) {
            RunState state = run.state() == RunState.RUNNING ? RunState.INTERRUPTED : RunState.MISSED;
            changes.add(new Change.UpdateRun(run.ended(state, Reason.of(Cause.RESTORED), now, run.exitCode(), run.outputBytes())));
        }
        for (StoredJob stored : store.jobs()) {
            if (stored instanceof StoredJob.Sound job && job.nextRun() != null && job.job().enabled()) {
                changes.addAll(passedOver(job, now, store));
            }
        }
        store.commit(changes);
    }

    private static List<Change> passedOver(StoredJob.Sound stored, Instant now, JobStore store) {
        Set<Instant> accounted = AccountedTimes.in(store, stored.id(), stored.nextRun()).getOrDefault(stored.id(), Set.of());
        PlanInput input = new PlanInput(stored.job(), stored.nextRun(), stored.planned(), now, Cause.RESTORED, Pause.NONE, 0,
                List.of(), accounted, most -> Duration.ZERO);
        Plan plan = Planner.noneRuns(input, RunState.MISSED, Cause.RESTORED);
        if (plan.decisions().isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>(PlannedRuns.of(stored.job(), plan, now, store::reserveRunIds).changes());
        changes.add(new Change.Plan(stored.id(), plan.next(), plan.planned()));
        return changes;
    }
}
