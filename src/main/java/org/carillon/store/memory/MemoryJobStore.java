package org.carillon.store.memory;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carillon.job.Attempt;
import org.carillon.job.JobVersion;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoreException;
import org.carillon.store.StoredJob;

/** A job store that is forgotten when its program ends. Thread-safe; the same promises as any other but durability. */
public final class MemoryJobStore implements JobStore {
    private final String hashKey = UUID.randomUUID().toString();
    private final MemoryTables tables = new MemoryTables();
    private long lastReservedId;
    private boolean closed;

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public synchronized List<StoredJob> jobs() {
        checkOpen();
        return List.copyOf(tables.jobs.values());
    }

    @Override
    public synchronized Optional<StoredJob> job(String id) {
        checkOpen();
        return Optional.ofNullable(tables.jobs.get(id));
    }

    @Override
    public synchronized List<JobVersion> versions(String jobId) {
        checkOpen();
        return tables.versions.of(jobId);
    }

    @Override
    public synchronized void commit(List<Change> changes) {
        checkOpen();
        boolean done = false;
        try {
            changes.forEach(tables::apply);
            done = true;
        } finally {
            if (done) {
                tables.undo.clear();
            } else {
                tables.undo.rollBack();
            }
        }
        lastReservedId = Math.max(lastReservedId, tables.lastRunId);
    }

    @Override
    public synchronized long reserveRunIds(int count) {
        checkOpen();
        long first = lastReservedId + 1;
        lastReservedId += count;
        return first;
    }

    @Override
    public synchronized List<Run> runs(RunQuery query) {
        checkOpen();
        return query.isByTime() || query.sorted() != null ? inOrder(query) : byId(query);
    }

    private List<Run> byId(RunQuery query) {
        return (query.before() == null ? tables.runs : tables.runs.headMap(query.before(), false))
                .descendingMap().values().stream().filter(query::matches).limit(query.limit()).toList();
    }

    private List<Run> inOrder(RunQuery query) {
        Run before = query.before() == null ? null : tables.runs.get(query.before());
        return tables.runs.values().stream()
                .filter(query::matches)
                .filter(run -> query.before() == null
                        || (before == null ? run.id() < query.before() : query.order().compare(before, run) < 0))
                .sorted(query.order())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Optional<Run> run(long id) {
        checkOpen();
        return Optional.ofNullable(tables.runs.get(id));
    }

    @Override
    public synchronized List<Attempt> attempts(long runId) {
        checkOpen();
        return List.copyOf(tables.attempts.getOrDefault(runId, Collections.emptyNavigableMap()).values());
    }

    @Override
    public synchronized List<Run> unfinished() {
        checkOpen();
        return List.copyOf(tables.unfinished.values());
    }

    @Override
    public synchronized Map<String, Run> lastRuns() {
        checkOpen();
        Map<String, Run> last = new HashMap<>();
        for (Run run : tables.runs.descendingMap().values()) {
            if (run.tellsOfJob()) {
                last.putIfAbsent(run.jobId(), run);
            }
        }
        return last;
    }

    @Override
    public synchronized Pause pause() {
        checkOpen();
        return tables.pause;
    }

    @Override
    public String hashKey() {
        return hashKey;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new StoreException(Message.of("store.closed"));
        }
    }
}
