package org.carillon.store.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.StoreException;
import org.carillon.store.journal.Journal;
import org.carillon.store.journal.StoredChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all lists that wait, writes them into the journal as one entry and syncs once, so that many
 * small commits cost little more than one. What comes with every run is brought to the tables by the {@link Settler}; all else is
 * done in the tables first, in one transaction. Callers wait without being able to be interrupted: a commit is never half a commit.
 */
final class GroupWriter implements AutoCloseable {
    private record Request(List<StoredChange> changes, CompletableFuture<Void> done) {}

    /** So that the first of a flood of commits does not wait for the last. */
    private static final int MOST_LISTS = 1_000;
    /** So many changes are worth a second processor; and if they have to be in the tables, those are synced, and nothing is written twice. */
    private static final int MANY = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final Request STOP = new Request(List.of(), new CompletableFuture<>());

    private final JournaledDatabase database;
    private final Journal journal;
    private final Settler settler;
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private Connection connection;
    private ChangeStatements statements;
    private NewEntries newEntries;

    /** @param first its first connection */
    GroupWriter(JournaledDatabase database, Journal journal, Settler settler, Connection first) throws SQLException {
        this.database = database;
        this.journal = journal;
        this.settler = settler;
        use(first);
        this.thread = Thread.ofPlatform().daemon().name("carillon-store-writer").start(this::run);
    }

    /** Returns once the changes are on disk. */
    void commit(List<Change> changes) {
        Request request = new Request(stored(changes), new CompletableFuture<>());
        waiting.add(request);
        if (closed && waiting.remove(request)) {
            throw closedException();
        }
        try {
            request.done.join();
        } catch (CompletionException e) {
            throw own(e.getCause());
        }
    }

    private static List<StoredChange> stored(List<Change> changes) {
        return (changes.size() < MANY ? changes.stream() : changes.parallelStream()).map(StoredChange::of).toList();
    }

    /** The failure with the caller's stack trace: the writer's own says nothing about who asked. */
    private static RuntimeException own(Throwable failure) {
        return switch (failure) {
            case ConflictException conflict -> new ConflictException(conflict.explanation(), conflict);
            case DamagedStoreException damaged -> new DamagedStoreException(damaged.explanation(), damaged);
            case StoreException store -> new StoreException(store.explanation(), store);
            default -> new IllegalStateException("The store's writer failed", failure);
        };
    }

    private void run() {
        try {
            for (List<Request> group = next(); !group.isEmpty(); group = next()) {
                try {
                    write(group);
                } catch (RuntimeException | Error e) {
                    giveUp(group, e);
                }
            }
        } finally {
            closed = true;
            List<Request> late = new ArrayList<>();
            waiting.drainTo(late);
            late.forEach(request -> request.done.completeExceptionally(closedException()));
            end();
        }
    }

    /** Leaves no journal behind, unless the tables fail. */
    private void end() {
        try {
            if (connection != null) {
                makeComplete();
            }
        } catch (SQLException e) {
            LOG.warn("The tables could not be completed; the journal stays", e);
        }
        settler.close();
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn("The journal could not be closed", e);
        }
        if (connection != null) {
            Connections.closeQuietly(connection, null);
        }
    }

    /** Waits for the next lists; empty when it is time to stop. */
    private List<Request> next() {
        List<Request> group = new ArrayList<>();
        try {
            group.add(waiting.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody may interrupt the store's writer", e);
        }
        waiting.drainTo(group, MOST_LISTS - 1);
        int stop = group.indexOf(STOP);
        if (stop >= 0) {
            waiting.addAll(group.subList(stop + 1, group.size()));
            if (stop > 0) {
                waiting.add(STOP);
            }
            return group.subList(0, stop);
        }
        return group;
    }

    private void write(List<Request> group) {
        try {
            open();
            boolean canWait = group.stream().allMatch(request -> request.changes.stream().allMatch(Waiting::can));
            List<Request> done = canWait ? journaled(group) : inTables(group);
            done.forEach(request -> request.done.complete(null));
            cutJournal();
        } catch (SQLException e) {
            giveUp(group, database.explain(e));
        } catch (IOException e) {
            giveUp(group, database.explain(new SQLException(e)));
        }
    }

    /** Nobody waits for that: those whose changes it holds have had their answer. */
    private void cutJournal() throws IOException {
        if (connection != null && journal.isLarge() && !settler.isCompleting()) {
            settler.complete(journal.turn());
        }
    }

    /** When the settler saw the tables fail, this connection is of no use, and would not even say why. */
    private void open() throws SQLException {
        if (connection != null && !database.isCurrent(connection)) {
            Connections.closeQuietly(connection, null);
            connection = null;
        }
        if (connection == null) {
            use(database.connect());
        }
    }

    /** Whatever the journal holds is in the tables; there it is synced, and the journal begins anew. */
    private void use(Connection opened) throws SQLException {
        opened.setAutoCommit(false);
        connection = opened;
        statements = new ChangeStatements(opened);
        newEntries = new NewEntries(statements, settler, StoreReader.lastRunId(opened));
        makeComplete();
    }

    private void makeComplete() throws SQLException {
        settler.settle();
        if (!database.isCurrent(connection)) {
            throw new SQLException("The tables have failed, and lack what is in the journal");
        }
        database.sync(connection);
        begin(Math.max(database.lastRead(), journal.last()) + 1, StoreReader.journalPosition(connection));
    }

    private void begin(long entry, long position) throws SQLException {
        try {
            journal.note(position);
            journal.begin(entry);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** @return those that could be done */
    private List<Request> journaled(List<Request> group) throws SQLException, IOException {
        List<Request> done = new ArrayList<>();
        List<StoredChange> changes = new ArrayList<>();
        newEntries.begin();
        for (Request request : group) {
            try {
                newEntries.check(request.changes);
                changes.addAll(request.changes);
                done.add(request);
            } catch (ConflictException e) {
                request.done.completeExceptionally(e);
            }
        }
        if (!changes.isEmpty()) {
            settler.add(changes, journal.append(changes));
        }
        return done;
    }

    /** @return those that could be done */
    private List<Request> inTables(List<Request> group) throws SQLException, IOException {
        settler.settle();
        // If the settler failed at that, the tables lack what comes before.
        open();
        List<Request> done = transaction(group) ? group : oneByOne(group);
        if (connection != null) {
            newEntries.reset(StoreReader.lastRunId(connection));
        }
        return done;
    }

    /** @return those that could be done */
    private List<Request> oneByOne(List<Request> group) throws SQLException, IOException {
        List<Request> done = new ArrayList<>();
        for (Request request : group) {
            try {
                open();
                apply(List.of(request));
                // It is on disk, whatever becomes of the next.
                request.done.complete(null);
                done.add(request);
            } catch (StoreException e) {
                connection.rollback();
                request.done.completeExceptionally(e);
            }
        }
        return done;
    }

    /** @return false if one of the lists cannot be done, and so none was */
    private boolean transaction(List<Request> group) throws SQLException, IOException {
        try {
            apply(group);
            return true;
        } catch (StoreException e) {
            connection.rollback();
            return false;
        }
    }

    /**
     * The journal has them before the tables do: if it cannot take them, the tables do not have them either; and if the tables fail then,
     * they get them from the journal.
     *
     * @throws StoreException if the changes themselves are at fault, not the database
     */
    private void apply(List<Request> requests) throws SQLException, IOException {
        List<StoredChange> changes = requests.stream().flatMap(request -> request.changes.stream()).toList();
        statements.begin();
        try {
            for (StoredChange change : changes) {
                statements.apply(change);
            }
            statements.end(journal.last() + 1);
        } catch (SQLDataException e) {
            throw database.explain(e);
        }
        if (changes.size() < MANY) {
            journal.append(changes);
            commitToTables();
        } else {
            connection.commit();
            database.sync(connection);
            journal.begin(journal.last() + 2);
        }
    }

    private void commitToTables() {
        try {
            connection.commit();
        } catch (SQLException e) {
            LOG.error("The tables do not take what is in the journal; they are read from it anew", database.explain(e));
            Connection failed = connection;
            connection = null;
            database.abandon(failed);
        }
    }

    private void giveUp(List<Request> group, Throwable failure) {
        Connection failed = connection;
        connection = null;
        try {
            if (failed != null) {
                database.abandon(failed);
            }
        } finally {
            group.forEach(request -> request.done.completeExceptionally(failure));
        }
    }

    private static StoreException closedException() {
        return new StoreException(Message.of("store.closed"));
    }

    /** Does what waits, then ends. */
    @Override
    public void close() {
        waiting.add(STOP);
        Threads.join(thread);
    }
}
