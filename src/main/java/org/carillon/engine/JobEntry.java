package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;

/** What the scheduler knows about one job. Guarded by the scheduler's lock, but for what only its claimer may touch. */
final class JobEntry {
    static final int NOT_IN_HEAP = -1;

    final String id;
    /** Null for a broken job. */
    Job job;
    /** What is wrong with a broken job. */
    Message problem;
    /** The first planned time that is not accounted for, or null. Changed by the claimer. */
    Instant nextRun;
    /** How many of its planned occurrences were to run so far. Changed by the claimer. */
    long planned;
    Run lastRun;
    /** Runs that were waiting when their scheduler died: misfires, until they are planned again. */
    List<Run> leftovers = List.of();
    /** Planned times that are in the ledger already, though they are to come or not before {@link #nextRun}: see {@link AccountedTimes}. Immutable. */
    Set<Instant> accounted = Set.of();
    /** Runs that go on, or wait for nothing but their executor. */
    final Set<ActiveRun> going = new LinkedHashSet<>();
    /** Runs that wait for one of those. */
    final Deque<ActiveRun> waiting = new ArrayDeque<>(0);
    /** How many of its interrupted runs have left processes that have not ended yet: they take places as runs do. */
    int orphaned;
    /** Whether somebody is changing or planning it: nobody else may until that is committed. */
    boolean claimed;
    /** Whether it is left alone for a while, because it could not be planned. */
    boolean resting;
    /** Whether its next run is being looked for later. */
    boolean searchedLater;
    /** Whether it has been removed. */
    boolean removed;
    int heapIndex = NOT_IN_HEAP;
    private JobStatus status;
    private String plainName;

    JobEntry(String id, Job job, Message problem) {
        this.id = id;
        this.job = job;
        this.problem = problem;
    }

    /** Something that its status shows has changed. */
    void touch() {
        status = null;
        plainName = null;
    }

    boolean isPlannable() {
        return job != null && job.enabled() && (nextRun != null || !leftovers.isEmpty()) && !removed && !resting;
    }

    boolean isIdle() {
        return taken() == 0 && waiting.isEmpty();
    }

    /** How many of its places are taken. */
    int taken() {
        return going.size() + orphaned;
    }

    String name() {
        return job == null ? id : job.name();
    }

    /** As a {@link JobFilter} compares it, or null. */
    String plainName() {
        if (plainName == null && job != null) {
            plainName = JobFilter.plain(job.name());
        }
        return plainName;
    }

    JobStatus status(NextRunView view) {
        if (status == null) {
            int running = (int) going.stream().filter(active -> active.run().state() == RunState.RUNNING).count();
            status = new JobStatus(id, job, job == null || !job.enabled() ? null : view.of(this), lastRun, running, problem, accounted);
        }
        return status;
    }

    /** When a job is shown to run next, which a pause of the scheduler changes. */
    @FunctionalInterface
    interface NextRunView {
        Instant of(JobEntry entry);
    }
}
