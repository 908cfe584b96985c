package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.Job;
import org.carillon.job.Reason.Cause;
import org.carillon.job.RunState;
import org.carillon.job.Saved;
import org.carillon.store.Change;
import org.carillon.trigger.DateTrigger;

/** Another form of a job, or none, in the place of one that the caller has claimed. */
final class Replacement {
    private final Core core;
    private final Planning planning;
    private final RunSupervisor supervisor;
    private final JobEntry entry;
    private final Job job;
    private final Instant now;
    private final Instant next;
    private final Saved saved;
    /** What becomes of the occurrences until now; null for a job that had none. */
    private Plan past;
    private PlannedRuns settled;

    Replacement(Core core, Planning planning, RunSupervisor supervisor, JobEntry entry, Job job, Instant now) {
        this.core = core;
        this.planning = planning;
        this.supervisor = supervisor;
        this.entry = entry;
        this.job = job;
        this.now = now;
        this.next = job == null ? null : next();
        this.saved = ChangeOrigin.saved(now);
    }

    /** Decides about the occurrences until now; before {@link #changes}, because after a long pause it takes seconds. The lock is not held. */
    void settle() {
        if (entry.job != null) {
            new AccountedTimes(core).read(entry, now);
            past = past();
        }
    }

    List<Change> changes(LedgerWork.RunIds ids) {
        List<Change> changes = new ArrayList<>();
        settled = past == null ? null : PlannedRuns.of(entry.job, past, now, ids);
        if (settled != null) {
            changes.addAll(settled.changes());
        }
        changes.add(job == null ? new Change.RemoveJob(entry.id, saved) : new Change.ReplaceJob(job, next, saved));
        return changes;
    }

    void apply() {
        core.locked(() -> {
            if (settled != null) {
                supervisor.notRun(settled.notRun());
            }
            if (job == null) {
                removed();
            } else {
                entry.job = job;
                entry.problem = null;
                entry.nextRun = next;
                core.jobs.renamed();
                core.publish(new SchedulerEvent.JobChanged(core.now(), job));
            }
            core.release(entry);
            core.later.watch(entry);
        });
    }

    private void removed() {
        core.jobs.remove(entry);
        core.publish(new SchedulerEvent.JobRemoved(core.now(), entry.id));
        supervisor.cancelUnstarted(entry);
        core.forgetIfGone(entry);
    }

    private Instant next() {
        if (job.policy().maxRuns() != null && entry.planned >= job.policy().maxRuns()) {
            return null;
        }
        boolean sameTimes = entry.job != null && entry.job.trigger().equals(job.trigger());
        Instant first = sameTimes ? job.trigger().next(now) : firstRun(job, now);
        return AccountedTimes.open(job.trigger(), first, entry.accounted);
    }

    private Plan past() {
        PlanInput input = planning.input(entry, now);
        if (!entry.job.enabled()) {
            return Planner.noneRuns(input, RunState.SKIPPED, Cause.JOB_PAUSED);
        }
        boolean paused = core.locked(() -> core.pause.holdsAt(now));
        if (paused) {
            return Planner.noneRuns(input, RunState.SKIPPED, Cause.PAUSED);
        }
        boolean scheduling = core.locked(() -> core.scheduling);
        return scheduling
                ? Planner.noneRuns(input, RunState.SKIPPED, Cause.BY_REQUEST)
                : Planner.noneRuns(input, RunState.MISSED, Cause.CLOSED);
    }

    /** A one-off job for this very moment is not lost because saving it took a while. */
    static Instant firstRun(Job job, Instant now) {
        Instant from = job.trigger() instanceof DateTrigger ? now.minus(PlanInput.BUSY) : now;
        return job.trigger().next(from.minusNanos(1));
    }
}
