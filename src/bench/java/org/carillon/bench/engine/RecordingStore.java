package org.carillon.bench.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.job.Attempt;
import org.carillon.job.JobVersion;
import org.carillon.job.Run;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoredJob;

/** Keeps, besides what the store in it does, which changes were committed together. */
record RecordingStore(JobStore store, List<List<Change>> commits) implements JobStore {
    static RecordingStore around(JobStore store) {
        return new RecordingStore(store, Collections.synchronizedList(new ArrayList<>()));
    }

    @Override
    public void commit(List<Change> changes) {
        store.commit(changes);
        commits.add(List.copyOf(changes));
    }

    @Override
    public List<StoredJob> jobs() {
        return store.jobs();
    }

    @Override
    public Optional<StoredJob> job(String id) {
        return store.job(id);
    }

    @Override
    public List<JobVersion> versions(String jobId) {
        return store.versions(jobId);
    }

    @Override
    public long reserveRunIds(int count) {
        return store.reserveRunIds(count);
    }

    @Override
    public List<Run> runs(RunQuery query) {
        return store.runs(query);
    }

    @Override
    public Optional<Run> run(long id) {
        return store.run(id);
    }

    @Override
    public List<Attempt> attempts(long runId) {
        return store.attempts(runId);
    }

    @Override
    public List<Run> unfinished() {
        return store.unfinished();
    }

    @Override
    public Map<String, Run> lastRuns() {
        return store.lastRuns();
    }

    @Override
    public Pause pause() {
        return store.pause();
    }

    @Override
    public String hashKey() {
        return store.hashKey();
    }

    @Override
    public void close() {
        store.close();
    }
}
