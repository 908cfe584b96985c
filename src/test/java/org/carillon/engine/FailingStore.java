package org.carillon.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

/** A store that fails when the test says so, as one on a full disk does. */
final class FailingStore implements JobStore {
    private final JobStore store;
    private volatile boolean fails;
    private volatile Consumer<List<Change>> before = changes -> { };
    private volatile Runnable beforeRuns = () -> { };

    FailingStore(JobStore store) {
        this.store = store;
    }

    void fail(boolean from) {
        fails = from;
    }

    /** What is done at each commit before anything else, on the thread that commits; what it throws is the store's answer. */
    void before(Consumer<List<Change>> commit) {
        before = commit;
    }

    /** What is done before runs are looked up, on the thread that does; what it throws is the store's answer. */
    void beforeRuns(Runnable lookUp) {
        beforeRuns = lookUp;
    }

    @Override
    public void commit(List<Change> changes) {
        before.accept(changes);
        if (fails) {
            throw new StoreException(Message.of("engine.noJob", "disk"));
        }
        store.commit(changes);
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
        beforeRuns.run();
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
