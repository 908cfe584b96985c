package org.carillon.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.job.Run;
import org.carillon.store.Change;
import org.carillon.store.journal.StoredChange;

/**
 * What is in the journal and not yet in the tables: new jobs, the newest form of each run that was entered or changed, and the newest
 * plan of each job. Most runs end before they are written to the tables, and so cost one row instead of three. Not thread-safe.
 */
final class Unsettled {
    private record Occurrence(String jobId, Instant time) {}

    /** A run, since which entry of the journal the tables lack it, and which entry had it last. */
    private static final class Pending {
        Run run;
        boolean isNew;
        long since;
        long newest;
        final long round;

        Pending(Run run, boolean isNew, long entry, long round) {
            this.run = run;
            this.isNew = isNew;
            this.since = entry;
            this.newest = entry;
            this.round = round;
        }
    }

    private record PendingJob(StoredChange.JobText job, long entry) {}

    private record PendingPlan(Change.Plan plan, long since, long newest) {}

    /**
     * What is written in one transaction.
     *
     * @param taken    up to which entry of the journal there was something when this was taken
     * @param position up to which entry of the journal the tables are complete with it
     */
    record Portion(List<StoredChange> changes, long taken, long position) {}

    /** A run that has not ended is kept for so many rounds before it is written: it may end soon. */
    private static final int ROUNDS = 2;
    private static final int LARGEST_PORTION = 1_000;

    private final Map<String, PendingJob> jobs = new LinkedHashMap<>();
    private final Map<Long, Pending> runs = new LinkedHashMap<>();
    private final Map<String, PendingPlan> plans = new LinkedHashMap<>();
    private final Set<Occurrence> occurrences = new HashSet<>();
    private long last;
    private long round;

    boolean isEmpty() {
        return jobs.isEmpty() && runs.isEmpty() && plans.isEmpty();
    }

    int size() {
        return jobs.size() + runs.size() + plans.size();
    }

    /** The number of the last entry that something was added from. */
    long last() {
        return last;
    }

    void clear() {
        jobs.clear();
        runs.clear();
        plans.clear();
        occurrences.clear();
    }

    /** Whether it has a new job of that id. */
    boolean holds(String jobId) {
        return jobs.containsKey(jobId);
    }

    boolean holds(long runId) {
        return runs.containsKey(runId);
    }

    boolean holds(String jobId, Instant time) {
        return occurrences.contains(new Occurrence(jobId, time));
    }

    /** @param entry the number of the entry that has this change */
    void add(StoredChange stored, long entry) {
        last = entry;
        switch (stored) {
            case StoredChange.JobText job -> jobs.put(job.id(), new PendingJob(job, entry));
            case StoredChange.Plain(var change) -> add(change, entry);
        }
    }

    private void add(Change change, long entry) {
        switch (change) {
            case Change.AddRun(var run) -> {
                runs.put(run.id(), new Pending(run, true, entry, round));
                if (run.scheduledAt() != null && run.stretch() == null) {
                    occurrences.add(new Occurrence(run.jobId(), run.scheduledAt()));
                }
            }
            case Change.UpdateRun(var run) -> update(run, entry);
            case Change.Plan plan -> plans.merge(plan.jobId(), new PendingPlan(plan, entry, entry),
                    (old, other) -> new PendingPlan(plan, old.since, entry));
            default -> throw new IllegalArgumentException("Not a change that can wait: " + change);
        }
    }

    private void update(Run run, long entry) {
        Pending known = runs.get(run.id());
        if (known == null) {
            runs.put(run.id(), new Pending(run, false, entry, round));
        } else {
            known.run = changed(known.run, run);
            known.newest = entry;
        }
    }

    /** Whose run it is, what it was planned for and who started it stay as they were. */
    private static Run changed(Run old, Run run) {
        return new Run(old.id(), old.jobId(), old.jobName(), run.state(), run.reason(), old.scheduledAt(), run.startedAt(),
                run.endedAt(), run.exitCode(), run.attempt(), run.retryAt(), old.trigger(), old.rerunOf(), run.host(), run.user(),
                run.outputBytes(), old.stretch(), run.circumstances());
    }

    /** @param everything whether also what may change soon */
    Portion take(boolean everything) {
        round++;
        List<StoredChange> changes = new ArrayList<>();
        Set<String> notEntered = new HashSet<>();
        long complete = Math.min(last, takeJobs(changes));
        boolean allJobs = changes.size() == jobs.size();
        for (Pending pending : runs.values()) {
            boolean ripe = everything || pending.run.state().isFinal() || round - pending.round > ROUNDS;
            if (ripe && allJobs && changes.size() < LARGEST_PORTION) {
                changes.add(new StoredChange.Plain(pending.isNew ? new Change.AddRun(pending.run) : new Change.UpdateRun(pending.run)));
            } else {
                complete = Math.min(complete, pending.since - 1);
                if (pending.isNew) {
                    notEntered.add(pending.run.jobId());
                }
            }
        }
        for (PendingPlan pending : plans.values()) {
            if (!allJobs || notEntered.contains(pending.plan.jobId()) || changes.size() >= 2 * LARGEST_PORTION) {
                // The tables by themselves, as in a backup, must not lack a run that a plan says to be accounted for.
                complete = Math.min(complete, pending.since - 1);
            } else {
                changes.add(new StoredChange.Plain(pending.plan));
            }
        }
        return new Portion(changes, last, complete);
    }

    /** Jobs come before what is about them. @return up to which entry of the journal no job is missing then */
    private long takeJobs(List<StoredChange> changes) {
        for (PendingJob pending : jobs.values()) {
            if (changes.size() == LARGEST_PORTION) {
                return pending.entry - 1;
            }
            changes.add(pending.job);
        }
        return last;
    }

    /** That portion is in the tables. */
    void settled(Portion portion) {
        for (StoredChange stored : portion.changes) {
            switch (stored) {
                case StoredChange.JobText job -> jobs.remove(job.id());
                case StoredChange.Plain(var change) -> settled(change, portion.taken);
            }
        }
    }

    private void settled(Change change, long taken) {
        switch (change) {
            case Change.AddRun(var run) -> settled(run, taken);
            case Change.UpdateRun(var run) -> settled(run, taken);
            case Change.Plan plan -> plans.computeIfPresent(plan.jobId(), (id, pending) -> pending.newest <= taken
                    ? null : new PendingPlan(pending.plan, taken + 1, pending.newest));
            default -> throw new IllegalStateException("Was never taken: " + change);
        }
    }

    private void settled(Run run, long taken) {
        Pending pending = runs.get(run.id());
        if (pending == null) {
            return;
        }
        if (pending.isNew) {
            occurrences.remove(new Occurrence(run.jobId(), run.scheduledAt()));
        }
        if (pending.newest <= taken) {
            runs.remove(run.id());
        } else {
            pending.isNew = false;
            pending.since = taken + 1;
        }
    }
}
