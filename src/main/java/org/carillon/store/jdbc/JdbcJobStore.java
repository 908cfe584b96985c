package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.carillon.job.Attempt;
import org.carillon.job.JobVersion;
import org.carillon.job.Run;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.RunQuery;
import org.carillon.store.StoredJob;
import org.carillon.store.journal.Journal;

/**
 * A job store in a database that this process alone uses, and a journal. One thread writes and groups commits, another one brings
 * to the tables what the journal has; reads use connections of their own, and never wait for the disk behind those. Run ids are counted in memory, and the highest one that was entered is written down
 * with the run: an id is never used twice, and numbers have no gaps but those of runs that were never entered.
 */
final class JdbcJobStore implements JobStore {
    private final Connections connections;
    private final Settler settler;
    private final GroupWriter writer;
    private final AtomicLong lastReservedId;

    /**
     * @param onLoss hears of changes that are lost
     * @param first  a connection to tables of the right version; the store closes it
     */
    JdbcJobStore(Database base, Journal journal, Consumer<LostChanges> onLoss, Connection first) throws SQLException {
        JournaledDatabase database = new JournaledDatabase(base, journal, onLoss);
        database.adopt(first);
        connections = new Connections(database);
        lastReservedId = new AtomicLong(StoreReader.lastRunId(first));
        settler = new Settler(database);
        database.onFailure(() -> {
            settler.forget();
            connections.forgetIdle();
        });
        writer = writer(database, journal, first);
    }

    private GroupWriter writer(JournaledDatabase database, Journal journal, Connection first) throws SQLException {
        boolean begun = false;
        try {
            GroupWriter begins = new GroupWriter(database, journal, settler, first);
            begun = true;
            return begins;
        } finally {
            if (!begun) {
                settler.close();
            }
        }
    }

    /** Reads what is in the tables, when they have all that was committed. */
    private <T> T settled(Connections.Reading<T> reading) {
        settler.settle();
        return connections.read(reading);
    }

    @Override
    public List<StoredJob> jobs() {
        return settled(StoreReader::jobs);
    }

    @Override
    public Optional<StoredJob> job(String id) {
        return settled(connection -> StoreReader.job(connection, id)).stream().findFirst();
    }

    @Override
    public List<JobVersion> versions(String jobId) {
        return settled(connection -> VersionRows.find(connection, jobId));
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
    public Optional<Long> newest(String jobId, int newer) {
        return connections.read(connection -> StoreReader.newest(connection, jobId, newer)).stream().findFirst();
    }

    @Override
    public List<Run> runs(RunQuery query) {
        return settled(connection -> query.sorted() == null ? RunSearch.find(connection, query) : SortedSearch.find(connection, query));
    }

    @Override
    public Optional<Run> run(long id) {
        return settled(connection -> StoreReader.run(connection, id)).stream().findFirst();
    }

    @Override
    public List<Attempt> attempts(long runId) {
        return connections.read(connection -> StoreReader.attempts(connection, runId));
    }

    @Override
    public List<Run> unfinished() {
        return settled(StoreReader::unfinished);
    }

    @Override
    public Map<String, Run> lastRuns() {
        return settled(StoreReader::lastRuns);
    }

    @Override
    public Pause pause() {
        return connections.read(StoreReader::pause);
    }

    @Override
    public String hashKey() {
        return connections.read(StoreReader::hashKey);
    }

    /** A backup is a copy of the tables, without the journal. */
    @Override
    public void awaitBackupComplete() {
        settler.settle();
    }

    /** Does what waits to be committed, then closes the database. */
    @Override
    public void close() {
        writer.close();
        connections.close();
    }
}
