package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.carillon.job.Job;
import org.carillon.job.Reason.Cause;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.StoreException;
import org.carillon.trigger.DateTrigger;

/**
 * Adding, changing and removing jobs. Each change claims its jobs, is written together with what becomes of the occurrences
 * that are not accounted for until then, and is known when that is durable.
 */
final class JobChanges {
    private final Core core;
    private final Planning planning;
    private final RunSupervisor supervisor;

    JobChanges(Core core, Planning planning, RunSupervisor supervisor) {
        this.core = core;
        this.planning = planning;
        this.supervisor = supervisor;
    }

    int addAll(List<Job> jobs, WhenExists whenExists) {
        List<Job> wanted = core.locked(() -> wanted(jobs, whenExists));
        List<JobEntry> claimed = claimExisting(wanted);
        try {
            commit(wanted, claimed);
        } catch (StoreException e) {
            giveBack(claimed);
            throw e;
        }
        return wanted.size();
    }

    void replace(Job job) {
        change(job.id(), old -> job);
    }

    void setEnabled(String jobId, boolean enabled) {
        change(jobId, old -> {
            if (old == null) {
                throw new NoSuchException(Message.of("engine.brokenJob", jobId));
            }
            return old.withEnabled(enabled);
        });
    }

    void remove(String jobId) {
        JobEntry entry = claim(jobId);
        Replacement removal = new Replacement(entry, null, core.now());
        try {
            core.ledger.commit(removal::changes, removal::apply);
        } catch (StoreException e) {
            giveBack(List.of(entry));
            throw e;
        }
    }

    private void change(String jobId, UnaryOperator<Job> to) {
        JobEntry entry = claim(jobId);
        try {
            Job job = to.apply(entry.job);
            core.locked(() -> core.checkExecutor(job.executor()));
            if (job.equals(entry.job)) {
                giveBack(List.of(entry));
                return;
            }
            Replacement replacement = new Replacement(entry, job, core.now());
            core.ledger.commit(replacement::changes, replacement::apply);
        } catch (StoreException | NoSuchException e) {
            giveBack(List.of(entry));
            throw e;
        }
    }

    private JobEntry claim(String jobId) {
        return core.locked(() -> {
            JobEntry entry = core.jobs.require(jobId);
            core.claim(entry);
            return entry;
        });
    }

    private void giveBack(List<JobEntry> claimed) {
        core.locked(() -> claimed.forEach(core::release));
    }

    private List<Job> wanted(List<Job> jobs, WhenExists whenExists) {
        Set<String> ids = new HashSet<>();
        List<String> existing = new ArrayList<>();
        for (Job job : jobs) {
            core.checkExecutor(job.executor());
            if (!ids.add(job.id()) || core.jobs.get(job.id()) != null) {
                existing.add(job.id());
            }
        }
        if (whenExists == WhenExists.REFUSE && !existing.isEmpty()) {
            throw new ConflictException(Message.of("engine.jobExists", String.join(", ", existing)));
        }
        return whenExists == WhenExists.SKIP
                ? jobs.stream().filter(job -> core.jobs.get(job.id()) == null).toList()
                : List.copyOf(jobs);
    }

    /** In the order of their ids, so that two who want the same ones do not wait for each other. */
    private List<JobEntry> claimExisting(List<Job> wanted) {
        return core.locked(() -> {
            List<JobEntry> existing = wanted.stream()
                    .map(job -> core.jobs.get(job.id()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted(Comparator.comparing(entry -> entry.id))
                    .toList();
            existing.forEach(core::claim);
            return existing;
        });
    }

    private void commit(List<Job> wanted, List<JobEntry> claimed) {
        Instant now = core.now();
        Map<String, JobEntry> byId = claimed.stream().collect(Collectors.toMap(entry -> entry.id, Function.identity()));
        List<Change> added = new ArrayList<>();
        List<JobEntry> fresh = new ArrayList<>();
        List<Replacement> replaced = new ArrayList<>();
        for (Job job : wanted) {
            JobEntry existing = byId.get(job.id());
            if (existing == null) {
                JobEntry entry = new JobEntry(job.id(), job, null);
                entry.nextRun = firstRun(job, now);
                fresh.add(entry);
                added.add(new Change.AddJob(job, entry.nextRun));
            } else {
                replaced.add(new Replacement(existing, job, now));
            }
        }
        core.ledger.commit(ids -> {
            List<Change> changes = new ArrayList<>(added);
            replaced.forEach(replacement -> changes.addAll(replacement.changes(ids)));
            return changes;
        }, () -> {
            replaced.forEach(Replacement::apply);
            core.locked(() -> fresh.forEach(this::known));
        });
    }

    private void known(JobEntry entry) {
        core.jobs.add(entry);
        core.jobs.arrange(entry);
        core.later.watch(entry);
        core.wakeDispatcher();
        core.publish(new SchedulerEvent.JobAdded(core.now(), entry.job));
    }

    /** A one-off job for this very moment is not lost because saving it took a while. */
    private static Instant firstRun(Job job, Instant now) {
        Instant from = job.trigger() instanceof DateTrigger ? now.minus(PlanInput.BUSY) : now;
        return job.trigger().next(from.minusNanos(1));
    }

    /** Another form of a job, or none, in the place of the one that is claimed. */
    private final class Replacement {
        private final JobEntry entry;
        private final Job job;
        private final Instant now;
        private final Instant next;
        private PlannedRuns settled;

        Replacement(JobEntry entry, Job job, Instant now) {
            this.entry = entry;
            this.job = job;
            this.now = now;
            this.next = job == null ? null : next();
        }

        List<Change> changes(LedgerWork.RunIds ids) {
            List<Change> changes = new ArrayList<>();
            settled = entry.job == null ? null : PlannedRuns.of(entry.job, settle(), now, ids);
            if (settled != null) {
                changes.addAll(settled.changes());
            }
            changes.add(job == null ? new Change.RemoveJob(entry.id) : new Change.ReplaceJob(job, next));
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
        }

        private Instant next() {
            if (job.policy().maxRuns() != null && entry.planned >= job.policy().maxRuns()) {
                return null;
            }
            boolean sameTimes = entry.job != null && entry.job.trigger().equals(job.trigger());
            return sameTimes ? job.trigger().next(now) : firstRun(job, now);
        }

        /** What becomes of the occurrences until now. */
        private Plan settle() {
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
    }
}
