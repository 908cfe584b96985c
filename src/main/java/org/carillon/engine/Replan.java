package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;

/** Another next run of a job that the submitter has claimed, and what is taken back of the ledger for it. */
final class Replan implements LedgerWork {
    /** So many runs back is looked for one that is no trial. */
    private static final int LOOKED_AT = 100;
    private static final Set<RunState> SHOWN = Set.of(RunState.RUNNING, RunState.SUCCEEDED, RunState.FAILED, RunState.TIMED_OUT,
            RunState.CANCELLED, RunState.MISSED, RunState.INTERRUPTED);

    private final Core core;
    private final JobEntry entry;
    private final Instant next;
    private final List<TakenBack> takenBack;

    Replan(Core core, JobEntry entry, Instant next, List<TakenBack> takenBack) {
        this.core = core;
        this.entry = entry;
        this.next = next;
        this.takenBack = takenBack;
    }

    @Override
    public List<Change> changes(RunIds ids) {
        List<Change> changes = new ArrayList<>();
        for (TakenBack taken : takenBack) {
            changes.add(new Change.RemoveRun(taken.entry().id()));
            if (taken.rest() != null) {
                changes.add(new Change.AddRun(taken.restAs(ids.reserve(1))));
            }
        }
        changes.add(new Change.Plan(entry.id, next, entry.planned));
        return changes;
    }

    @Override
    public void committed() {
        core.locked(() -> {
            entry.nextRun = next;
            if (entry.lastRun != null && takenBack.stream().anyMatch(taken -> taken.entry().id() == entry.lastRun.id())) {
                entry.lastRun = core.store.runs(RunQuery.ofJob(entry.id, LOOKED_AT).in(SHOWN)).stream().filter(Run::tellsOfJob).findFirst().orElse(null);
            }
            core.release(entry);
            core.later.watch(entry);
        });
    }

    @Override
    public void refused(StoreException why) {
        core.locked(() -> core.release(entry));
    }
}
