package org.carillon.store.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.carillon.job.Attempt;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.Pause;
import org.carillon.store.StoredJob;
import org.carillon.store.StoredJob.Sound;

/** What the store holds, and how each change changes it. Not thread-safe. */
final class MemoryTables {
    private record Occurrence(String jobId, Instant scheduledAt) {}

    final NavigableMap<String, StoredJob> jobs = new TreeMap<>();
    final NavigableMap<Long, Run> runs = new TreeMap<>();
    final NavigableMap<Long, Run> unfinished = new TreeMap<>();
    final Map<Long, NavigableMap<Integer, Attempt>> attempts = new HashMap<>();
    final Undo undo = new Undo();
    final MemoryVersions versions = new MemoryVersions(undo);
    private final Map<Occurrence, Long> planned = new HashMap<>();
    Pause pause = Pause.NONE;
    long lastRunId;

    void apply(Change change) {
        switch (change) {
            case Change.AddJob(var job, var nextRun, var saved) -> {
                check(!jobs.containsKey(job.id()), Message.of("store.conflict.job", job.id()));
                undo.put(jobs, job.id(), new Sound(job, nextRun, 0));
                versions.add(job, saved);
            }
            case Change.ReplaceJob(var job, var nextRun, var saved) -> {
                check(jobs.containsKey(job.id()), Message.of("store.conflict.noJob", job.id()));
                undo.put(jobs, job.id(), new Sound(job, nextRun, ((Sound) jobs.get(job.id())).planned()));
                versions.add(job, saved);
            }
            case Change.RemoveJob(var id, var removed) -> {
                versions.remove(id, removed, undo.remove(jobs, id) != null);
                versions.forgetRemoved(removed, jobs.keySet());
            }
            case Change.Plan(var id, var nextRun, var count) -> plan(id, nextRun, count);
            case Change.AddRun(var run) -> add(run);
            case Change.UpdateRun(var run) -> update(run);
            case Change.RemoveRun(var id) -> remove(id);
            case Change.PutAttempt(var attempt) -> put(attempt);
            case Change.SetPause(var value) -> {
                Pause old = pause;
                undo.push(() -> pause = old);
                pause = value;
            }
        }
    }

    private void plan(String id, Instant nextRun, long count) {
        if (jobs.get(id) instanceof Sound(var job, var _, var _)) {
            undo.put(jobs, id, new Sound(job, nextRun, count));
        }
    }

    private void add(Run run) {
        Occurrence occurrence = occurrence(run);
        check(!runs.containsKey(run.id()) && (occurrence == null || !planned.containsKey(occurrence)),
                Message.of("store.conflict.run", Long.toString(run.id()), run.jobId()));
        put(run);
        if (occurrence != null) {
            undo.put(planned, occurrence, run.id());
        }
        lastRunId = Math.max(lastRunId, run.id());
    }

    private void update(Run run) {
        Run old = runs.get(run.id());
        if (old != null) {
            put(new Run(old.id(), old.jobId(), old.jobName(), run.state(), run.reason(), old.scheduledAt(), run.startedAt(),
                    run.endedAt(), run.exitCode(), run.attempt(), run.retryAt(), old.trigger(), old.rerunOf(), run.host(),
                    run.user(), run.outputBytes(), old.stretch(), run.circumstances()));
        }
    }

    private void put(Run run) {
        undo.put(runs, run.id(), run);
        if (run.state().isFinal()) {
            undo.remove(unfinished, run.id());
        } else {
            undo.put(unfinished, run.id(), run);
        }
    }

    private void remove(long id) {
        Run run = undo.remove(runs, id);
        if (run != null) {
            undo.remove(unfinished, id);
            undo.remove(attempts, id);
            if (occurrence(run) != null) {
                undo.remove(planned, occurrence(run));
            }
        }
    }

    private void put(Attempt attempt) {
        if (!attempts.containsKey(attempt.runId())) {
            undo.put(attempts, attempt.runId(), new TreeMap<>());
        }
        undo.put(attempts.get(attempt.runId()), attempt.number(), attempt);
    }

    /** What must be unique: null for runs that were not planned and for entries that count a stretch. */
    private static Occurrence occurrence(Run run) {
        return run.scheduledAt() == null || run.stretch() != null ? null : new Occurrence(run.jobId(), run.scheduledAt());
    }

    private static void check(boolean holds, Message otherwise) {
        if (!holds) {
            throw new ConflictException(otherwise);
        }
    }
}
