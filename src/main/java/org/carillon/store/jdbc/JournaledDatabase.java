package org.carillon.store.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.carillon.store.StoreException;
import org.carillon.store.journal.Entry;
import org.carillon.store.journal.Journal;
import org.carillon.store.journal.JournalGapException;
import org.carillon.store.journal.StoredChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database and the journal that is ahead of it. Nobody gets a connection before the tables have all that the journal has, after
 * the program has died or the database has failed.
 */
final class JournaledDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledDatabase.class);

    private final Database base;
    private final Journal journal;
    /** Those of the database as it is now; one that failed earlier has no say any more. */
    private final Set<Connection> current = Collections.newSetFromMap(new WeakHashMap<>());
    private Runnable onFailure = () -> {};
    private boolean complete;
    private long last;

    JournaledDatabase(Database base, Journal journal) {
        this.base = base;
        this.journal = journal;
    }

    /** @param action is done when the tables have failed, before anybody can see them again */
    synchronized void onFailure(Runnable action) {
        onFailure = action;
    }

    @Override
    public synchronized Connection connect() throws SQLException {
        return adopt(base.connect());
    }

    /** Takes over a new connection, which is closed if this fails. */
    synchronized Connection adopt(Connection connection) throws SQLException {
        boolean sound = false;
        try {
            if (!complete) {
                last = readJournal(connection);
                complete = true;
            }
            current.add(connection);
            sound = true;
            return connection;
        } finally {
            if (!sound) {
                Connections.closeQuietly(connection, null);
            }
        }
    }

    /** Whether nobody has seen the database fail since that connection was made. */
    synchronized boolean isCurrent(Connection connection) {
        return current.contains(connection);
    }

    /** The number of the last entry that the tables got from the journal, or had. */
    synchronized long lastRead() {
        return last;
    }

    /** @return the number of the last entry */
    private long readJournal(Connection connection) throws SQLException {
        long position = StoreReader.journalPosition(connection);
        connection.setAutoCommit(false);
        try {
            Replay replay = new Replay(connection);
            long end = journal.read(position, replay::entry);
            replay.end();
            if (end > position) {
                LOG.info("{} groups of changes were read from the journal", end - position);
            }
            return end;
        } catch (JournalGapException e) {
            LOG.warn("The journal does not belong to the data file as it is, and is put aside: {}", e.getMessage());
            putAside();
            return position;
        } catch (IOException e) {
            throw new SQLException(e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void putAside() throws SQLException {
        try {
            journal.setAside();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void sync(Connection connection) throws SQLException {
        base.sync(connection);
    }

    /** The journal stays, and is read again by the next who connects. */
    @Override
    public synchronized void abandon(Connection connection) {
        if (current.remove(connection)) {
            current.clear();
            complete = false;
            onFailure.run();
            base.abandon(connection);
        } else {
            Connections.closeQuietly(connection, null);
        }
    }

    /** The journal is read again by the next who connects. */
    synchronized void readAgain() {
        complete = false;
        onFailure.run();
    }

    @Override
    public StoreException explain(SQLException failure) {
        return base.explain(failure);
    }

    /** Brings entries of the journal to the tables. */
    private static final class Replay {
        private final Connection connection;
        private final ChangeStatements statements;
        private final Unsettled missing = new Unsettled();

        Replay(Connection connection) {
            this.connection = connection;
            statements = new ChangeStatements(connection);
        }

        void entry(Entry entry) throws SQLException {
            if (entry.changes().stream().allMatch(Waiting::can)) {
                entry.changes().forEach(change -> missing.add(change, entry.number()));
                return;
            }
            end();
            statements.begin();
            for (StoredChange change : entry.changes()) {
                statements.apply(change);
            }
            statements.end(entry.number());
            connection.commit();
        }

        void end() throws SQLException {
            while (!missing.isEmpty()) {
                Unsettled.Portion portion = missing.take(true);
                statements.settle(portion.changes(), portion.position());
                connection.commit();
                missing.settled(portion);
            }
        }
    }
}
