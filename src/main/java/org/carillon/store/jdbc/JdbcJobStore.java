package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.job.Attempt;
import org.carillon.job.Run;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoredJob;

/**
 * A job store in a database that this process alone uses. One thread writes and groups commits; reads use connections of
 * their own and never wait behind it. Run ids are counted in memory, and the highest one that was entered is written down
 * with the run: an id is never used twice, and numbers have no gaps but those of runs that were never entered.
 */
final class JdbcJobStore implements JobStore {
    private final Connections connections;
    private final GroupWriter writer;
    private final AtomicLong lastReservedId;

    /** @param first a connection to tables of the right version; the store closes it */
    JdbcJobStore(Database database, Connection first) throws SQLException {
        connections = new Connections(database);
        lastReservedId = new AtomicLong(StoreReader.lastRunId(first));
        writer = new GroupWriter(database, first, connections::forgetIdle);
    }

    @Override
    public List<StoredJob> jobs() {
        return connections.read(StoreReader::jobs);
    }

    @Override
    public Optional<StoredJob> job(String id) {
        return connections.read(connection -> StoreReader.job(connection, id)).stream().findFirst();
    }

    @Override
    public void commit(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.AddRun(var run)) {
                lastReservedId.accumulateAndGet(run.id(), Math::max);
            }
        }
        writer.commit(changes);
    }

    @Override
    public long reserveRunIds(int count) {
        return lastReservedId.getAndAdd(count) + 1;
    }

    @Override
    public List<Run> runs(RunQuery query) {
        return connections.read(connection -> RunSearch.find(connection, query));
    }

    @Override
    public Optional<Run> run(long id) {
        return connections.read(connection -> StoreReader.run(connection, id)).stream().findFirst();
    }

    @Override
    public List<Attempt> attempts(long runId) {
        return connections.read(connection -> StoreReader.attempts(connection, runId));
    }

    @Override
    public List<Run> unfinished() {
        return connections.read(StoreReader::unfinished);
    }

    @Override
    public Map<String, Run> lastRuns() {
        return connections.read(StoreReader::lastRuns);
    }

    @Override
    public Pause pause() {
        return connections.read(StoreReader::pause);
    }

    /** Does what waits to be committed, then closes the database. */
    @Override
    public void close() {
        writer.close();
        connections.close();
    }
}
