package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.carillon.store.journal.StoredChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that brings to the tables what the journal has already. It is a moment late, so that what becomes of a run in that
 * moment is written once; whoever reads waits until the tables have caught up, which is never for the disk. Thread-safe.
 */
final class Settler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(250);
    /** It waits for so many moments until one comes in which nothing is added: what is added then matters more. */
    private static final int LONGEST_WAIT = 8;
    /** With so much waiting, it does not wait for the moment to pass. */
    private static final int MUCH = 20_000;
    /** With so much waiting, nothing is added to it. */
    private static final int TOO_MUCH = 100_000;

    private final JournaledDatabase database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final Unsettled unsettled = new Unsettled();
    private final Thread thread;
    private Connection connection;
    private ChangeStatements statements;
    /** How many wait for the tables to catch up. */
    private int demands;
    private boolean closing;
    /** Nobody brings anything to the tables any more. */
    private boolean ended;
    /** Up to which entry of the journal the tables are complete. */
    private long complete;
    /** Files of the journal that are needed until the tables have them on disk; none while there is nothing to complete. */
    private List<Path> obsolete = List.of();
    private long lastObsolete;

    Settler(JournaledDatabase database) {
        this.database = database;
        thread = Thread.ofPlatform().daemon().name("carillon-store-settler").start(this::run);
    }

    /** These are in the journal. Waits if too much is to be done already. */
    void add(List<StoredChange> changes, long entry) {
        lock.lock();
        try {
            while (unsettled.size() > TOO_MUCH && !ended) {
                progress.awaitUninterruptibly();
            }
            boolean wasEmpty = unsettled.isEmpty();
            changes.forEach(change -> unsettled.add(change, entry));
            if (wasEmpty || unsettled.size() > MUCH) {
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** One of these that is a new job which the tables have not got, or null. */
    String anyJobOf(List<String> ids) {
        lock.lock();
        try {
            return ids.stream().filter(unsettled::holds).findFirst().orElse(null);
        } finally {
            lock.unlock();
        }
    }

    boolean holds(long runId) {
        lock.lock();
        try {
            return unsettled.holds(runId);
        } finally {
            lock.unlock();
        }
    }

    /** Whether that planned time of a job is taken by a run that the tables have not got. */
    boolean holds(String jobId, Instant scheduledAt) {
        lock.lock();
        try {
            return unsettled.holds(jobId, scheduledAt);
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything that was there is in the tables, or they have failed, and it will be read from the journal. */
    void settle() {
        lock.lock();
        try {
            demands++;
            news.signal();
            long wanted = unsettled.last();
            while (lacks(wanted) && !ended) {
                progress.awaitUninterruptibly();
            }
        } finally {
            demands--;
            lock.unlock();
        }
    }

    private boolean lacks(long entry) {
        return !unsettled.isEmpty() && complete < entry;
    }

    /** Brings all that is there to the tables and syncs them, then deletes these files of the journal; returns at once. */
    void complete(List<Path> files) {
        lock.lock();
        try {
            obsolete = files;
            lastObsolete = unsettled.last();
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isCompleting() {
        lock.lock();
        try {
            return !obsolete.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The tables are read from the journal again. */
    void forget() {
        lock.lock();
        try {
            unsettled.clear();
            obsolete = List.of();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (writeNext()) {
                // Until it is time to stop.
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody may interrupt the store's settler", e);
        } finally {
            if (connection != null) {
                Connections.closeQuietly(connection, null);
            }
            end();
        }
    }

    /** Not even a lack of memory ends it: readers would be shown tables that are not complete. @return false if it is time to stop */
    private boolean writeNext() throws InterruptedException {
        try {
            Unsettled.Portion portion = next();
            if (portion != null) {
                write(portion);
            }
            return portion != null;
        } catch (SQLException e) {
            failed(database.explain(e));
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
        return true;
    }

    private void failed(Throwable failure) {
        LOG.error("The tables do not take what is in the journal; they are read from it anew", failure);
        Connection failed = connection;
        connection = null;
        if (failed == null) {
            database.abandonAll();
        } else {
            database.abandon(failed);
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What to write next, null when it is time to stop. */
    private Unsettled.Portion next() throws InterruptedException {
        lock.lock();
        try {
            while (unsettled.isEmpty() && obsolete.isEmpty() && !closing) {
                news.await();
            }
            awaitLull();
            return unsettled.isEmpty() && closing ? null : unsettled.take(isPressing());
        } finally {
            lock.unlock();
        }
    }

    private void awaitLull() throws InterruptedException {
        long before = -1;
        for (int moment = 0; moment < LONGEST_WAIT && before != unsettled.last() && !isPressing(); moment++) {
            before = unsettled.last();
            for (long left = MOMENT; left > 0 && !isPressing(); left = news.awaitNanos(left)) {}
        }
    }

    private boolean isPressing() {
        return demands > 0 || closing || !obsolete.isEmpty() || unsettled.size() > MUCH;
    }

    private void write(Unsettled.Portion portion) throws SQLException, IOException {
        open();
        if (!portion.changes().isEmpty()) {
            statements.settle(portion.changes(), portion.position());
            connection.commit();
        }
        done(portion);
        finishCompleting();
    }

    private void open() throws SQLException {
        if (connection == null) {
            connection = database.connect();
            connection.setAutoCommit(false);
            statements = new ChangeStatements(connection);
        }
    }

    /** The lock is held only for a look: the disk may take its time. */
    private void finishCompleting() throws SQLException, IOException {
        List<Path> files;
        lock.lock();
        try {
            files = lacks(lastObsolete) ? List.of() : obsolete;
        } finally {
            lock.unlock();
        }
        if (files.isEmpty()) {
            return;
        }
        database.sync(connection);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        lock.lock();
        try {
            obsolete = List.of();
        } finally {
            lock.unlock();
        }
    }

    private void done(Unsettled.Portion portion) {
        lock.lock();
        try {
            unsettled.settled(portion);
            complete = portion.position();
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            news.signal();
        } finally {
            lock.unlock();
        }
        Threads.join(thread);
    }
}
