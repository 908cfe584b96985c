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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another next run of a job that the submitter has claimed, and what is taken back of the ledger for it. */
final class Replan implements LedgerWork {
    /** So many runs back is looked for one that is no trial. */
    private static final int LOOKED_AT = 100;
    private static final Set<RunState> SHOWN = Set.of(RunState.RUNNING, RunState.SUCCEEDED, RunState.FAILED, RunState.TIMED_OUT,
            RunState.CANCELLED, RunState.MISSED, RunState.INTERRUPTED);

    private static final Logger LOG = LoggerFactory.getLogger(Replan.class);

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
        Run last = core.locked(() -> entry.lastRun);
        boolean gone = last != null && takenBack.stream().anyMatch(taken -> taken.entry().id() == last.id());
        Run before = gone ? lastRun() : null;
        core.locked(() -> {
            entry.nextRun = next;
            if (gone && entry.lastRun == last) {
                entry.lastRun = before;
            }
            core.release(entry);
            core.later.watch(entry);
        });
    }

    private Run lastRun() {
        try {
            return core.store.runs(RunQuery.ofJob(entry.id, LOOKED_AT).in(SHOWN)).stream().filter(Run::tellsOfJob).findFirst().orElse(null);
        } catch (StoreException e) {
            LOG.warn("The last run of {} is not known before its next", entry.id, e);
            return null;
        }
    }

    @Override
    public void refused(StoreException why) {
        core.locked(() -> core.release(entry));
    }
}
