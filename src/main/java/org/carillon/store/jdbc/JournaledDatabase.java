package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.carillon.store.StoreException;
import org.carillon.store.journal.Journal;
import org.carillon.store.journal.JournalGapException;
import org.carillon.store.journal.JournalReading;
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
    private final Consumer<LostChanges> onLoss;
    /** Those of the database as it is now; one that failed earlier has no say any more. */
    private final Set<Connection> current = Collections.newSetFromMap(new WeakHashMap<>());
    private Runnable onFailure = () -> {};
    private boolean complete;
    private long last;

    /** @param onLoss hears of changes that are lost, before anything is read from the tables */
    JournaledDatabase(Database base, Journal journal, Consumer<LostChanges> onLoss) {
        this.base = base;
        this.onLoss = onLoss;
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
        Replay replay = new Replay(connection, position);
        try {
            JournalReading reading = journal.read(position, replay::entry);
            replay.end();
            if (reading.isDamaged()) {
                keepDamaged(replay);
            }
            if (reading.last() > position) {
                LOG.info("{} groups of changes were read from the journal", reading.last() - position);
            }
            return reading.last();
        } catch (JournalGapException e) {
            putAside(replay, e);
            return position;
        } catch (IOException e) {
            throw new SQLException(e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void keepDamaged(Replay replay) throws SQLException, IOException {
        replay.spareIds();
        List<Path> kept = journal.keepCopies();
        LOG.error("The journal is damaged: changes of just before the store was closed last are lost. It is kept as {}", kept);
        onLoss.accept(new LostChanges(false, kept));
    }

    private void putAside(Replay replay, JournalGapException gap) throws SQLException {
        try {
            replay.spareIds();
            List<Path> kept = journal.setAside();
            LOG.error("The data file is that of an earlier time ({}); a journal that does not belong to it is kept as {}", gap.getMessage(), kept);
            onLoss.accept(new LostChanges(true, kept));
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

    /** The same without a connection that has failed: something else went wrong, and the tables lack what they were to get. */
    synchronized void abandonAll() {
        List<Connection> all = List.copyOf(current);
        current.clear();
        complete = false;
        onFailure.run();
        all.forEach(base::abandon);
    }

    @Override
    public StoreException explain(SQLException failure) {
        return base.explain(failure);
    }
}
