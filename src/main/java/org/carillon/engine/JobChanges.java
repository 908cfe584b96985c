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
import org.carillon.job.Saved;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.StoreException;

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
        core.jobsChange.readLock().lock();
        try {
            return addChecked(jobs, whenExists);
        } finally {
            core.jobsChange.readLock().unlock();
        }
    }

    private int addChecked(List<Job> jobs, WhenExists whenExists) {
        List<Job> wanted = core.locked(() -> wanted(jobs, whenExists));
        List<JobEntry> claimed = claimExisting(wanted);
        boolean applied = false;
        try {
            commit(wanted, claimed);
            applied = true;
        } finally {
            if (!applied) {
                giveBack(claimed);
            }
        }
        return wanted.size();
    }

    void replace(Job job) {
        change(job.id(), old -> job);
    }

    void setEnabled(String jobId, boolean enabled) {
        modify(jobId, job -> job.withEnabled(enabled));
    }

    Job modify(String jobId, UnaryOperator<Job> change) {
        return change(jobId, old -> {
            if (old == null) {
                throw new NoSuchException(Message.of("engine.brokenJob", jobId));
            }
            return changed(old, change);
        });
    }

    /** @throws IllegalArgumentException if its id is another one */
    static Job changed(Job before, UnaryOperator<Job> change) {
        Job after = change.apply(before);
        if (!after.id().equals(before.id())) {
            throw new IllegalArgumentException("The id of a job does not change: " + before.id() + ", " + after.id());
        }
        return after;
    }

    void remove(String jobId) {
        JobEntry entry = claim(jobId);
        boolean applied = false;
        try {
            Replacement removal = new Replacement(core, planning, supervisor, entry, null, core.now());
            removal.settle();
            core.ledger.commit(removal::changes, removal::apply);
            applied = true;
        } finally {
            if (!applied) {
                giveBack(List.of(entry));
            }
        }
    }

    private Job change(String jobId, UnaryOperator<Job> to) {
        core.jobsChange.readLock().lock();
        try {
            return changeChecked(jobId, to);
        } finally {
            core.jobsChange.readLock().unlock();
        }
    }

    private Job changeChecked(String jobId, UnaryOperator<Job> to) {
        JobEntry entry = claim(jobId);
        boolean applied = false;
        try {
            Job job = to.apply(entry.job);
            core.locked(() -> core.pools.checkFor(job));
            if (!job.equals(entry.job) || !job.trigger().isWrittenLike(entry.job.trigger())) {
                Replacement replacement = new Replacement(core, planning, supervisor, entry, job, core.now());
                replacement.settle();
                core.ledger.commit(replacement::changes, replacement::apply);
                applied = true;
            }
            return job;
        } finally {
            if (!applied) {
                giveBack(List.of(entry));
            }
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
            core.pools.checkFor(job);
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
            claimAll(existing);
            return existing;
        });
    }

    /** All or none. */
    private void claimAll(List<JobEntry> entries) {
        List<JobEntry> claimed = new ArrayList<>();
        boolean all = false;
        try {
            for (JobEntry entry : entries) {
                core.claim(entry);
                claimed.add(entry);
            }
            all = true;
        } finally {
            if (!all) {
                claimed.forEach(core::release);
            }
        }
    }

    private void commit(List<Job> wanted, List<JobEntry> claimed) {
        Instant now = core.now();
        Map<String, JobEntry> byId = claimed.stream().collect(Collectors.toMap(entry -> entry.id, Function.identity()));
        Saved saved = ChangeOrigin.saved(now);
        List<Change> added = new ArrayList<>();
        List<JobEntry> fresh = new ArrayList<>();
        List<Replacement> replaced = new ArrayList<>();
        for (Job job : wanted) {
            JobEntry existing = byId.get(job.id());
            if (existing == null) {
                JobEntry entry = new JobEntry(job.id(), job, null);
                entry.nextRun = Replacement.firstRun(job, now);
                fresh.add(entry);
                added.add(new Change.AddJob(job, entry.nextRun, saved));
            } else {
                replaced.add(new Replacement(core, planning, supervisor, existing, job, now));
            }
        }
        replaced.forEach(Replacement::settle);
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
}
