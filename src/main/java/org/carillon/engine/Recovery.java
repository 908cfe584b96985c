package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.job.Attempt;
import org.carillon.job.CatchUp;
import org.carillon.job.Job;
import org.carillon.job.OnInterrupted;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.store.Change;

/**
 * What becomes of the runs that a dead scheduler has left unfinished. Those that were running are interrupted; those that
 * waited surely did not start: planned ones are misfires, ones that somebody asked for are started if their job makes up for
 * misfires at all.
 */
final class Recovery {
    /** @param interrupted as they are now @param missed as they are now @param again new ones and old ones that wait */
    record Outcome(List<Run> interrupted, List<Run> missed, List<Run> again) {}

    private final Core core;
    private List<Run> unfinished;
    private Outcome outcome = nothing();

    /** Reads what is unfinished: before anything of this scheduler's own can be among it. */
    Recovery(Core core) {
        this.core = core;
        unfinished = core.store.unfinished();
    }

    private static Outcome nothing() {
        return new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * Settles everything unfinished; returns when that is durable. Once it is, the answer is the same until it has been
     * {@linkplain #proceeded() proceeded} from. The lock is not held.
     */
    Outcome settle() {
        if (!unfinished.isEmpty()) {
            Outcome settled = nothing();
            Map<String, List<Run>> leftovers = new HashMap<>();
            core.ledger.commit(ids -> changes(settled, leftovers, ids), () -> core.locked(() -> {
                leftovers.forEach(this::keep);
                settled.interrupted.forEach(core::noteLastRun);
                settled.missed.forEach(core::noteLastRun);
            }));
            unfinished = List.of();
            outcome = settled;
        }
        return outcome;
    }

    /** What runs again is on its way: it is not given out another time. */
    void proceeded() {
        outcome = nothing();
    }

    private List<Change> changes(Outcome settled, Map<String, List<Run>> leftovers, LedgerWork.RunIds ids) {
        List<Change> changes = new ArrayList<>();
        Instant now = core.now();
        for (Run run : unfinished) {
            Job job = core.locked(() -> jobOf(run));
            if (run.state() == RunState.RUNNING) {
                interrupt(run, job, now, settled, changes, ids);
            } else if (run.scheduledAt() != null && job != null && job.enabled()) {
                leftovers.computeIfAbsent(run.jobId(), id -> new ArrayList<>()).add(run);
            } else if (isStillWanted(run, job)) {
                settled.again.add(run);
            } else {
                Run missed = run.ended(RunState.MISSED, Reason.of(Cause.CLOSED), now, null, 0);
                settled.missed.add(missed);
                changes.add(new Change.UpdateRun(missed));
            }
        }
        return changes;
    }

    private void interrupt(Run run, Job job, Instant now, Outcome settled, List<Change> changes, LedgerWork.RunIds ids) {
        Run interrupted = run.ended(RunState.INTERRUPTED, Reason.of(Cause.CRASHED), now, run.exitCode(), run.outputBytes());
        settled.interrupted.add(interrupted);
        changes.add(new Change.UpdateRun(interrupted));
        for (Attempt attempt : core.store.attempts(run.id())) {
            if (attempt.state() == RunState.RUNNING) {
                changes.add(new Change.PutAttempt(new Attempt(run.id(), attempt.number(), RunState.INTERRUPTED,
                        interrupted.reason(), attempt.startedAt(), now, null)));
            }
        }
        if (job != null && job.policy().onInterrupted() == OnInterrupted.RERUN && run.trigger() != RunTrigger.TEST) {
            Run again = Run.queued(ids.reserve(1), job, null, RunTrigger.RERUN).repeating(run.id());
            settled.again.add(again);
            changes.add(new Change.AddRun(again));
        }
    }

    private Job jobOf(Run run) {
        JobEntry entry = core.jobs.get(run.jobId());
        return entry == null ? null : entry.job;
    }

    private static boolean isStillWanted(Run run, Job job) {
        return run.scheduledAt() == null && run.trigger() != RunTrigger.TEST && job != null
                && !(job.policy().catchUp() instanceof CatchUp.Skip);
    }

    private void keep(String jobId, List<Run> runs) {
        JobEntry entry = core.jobs.get(jobId);
        if (entry != null) {
            core.withLeftovers.add(entry);
            entry.leftovers = runs.stream().sorted(Comparator.comparing(Run::scheduledAt)).toList();
        }
    }
}
