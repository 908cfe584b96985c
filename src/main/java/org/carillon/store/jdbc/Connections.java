package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.message.Message;
import org.carillon.store.StoreException;

/** The connections that read. They never wait behind the one that writes. Thread-safe. */
final class Connections implements AutoCloseable {
    /** What is read on one connection. */
    @FunctionalInterface
    interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private static final int MOST_IDLE = 4;

    private final Database database;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Connections(Database database) {
        this.database = database;
    }

    <T> T read(Reading<T> reading) {
        if (closed.get()) {
            throw new StoreException(Message.of("store.closed"));
        }
        Connection connection = null;
        boolean sound = false;
        try {
            connection = take();
            T result = reading.from(connection);
            sound = true;
            return result;
        } catch (SQLException e) {
            throw closed.get() ? new StoreException(Message.of("store.closed"), e) : database.explain(e);
        } finally {
            giveBack(connection, sound);
        }
    }

    private Connection take() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (!kept.isClosed()) {
                return kept;
            }
        }
        return database.connect();
    }

    private void giveBack(Connection connection, boolean sound) {
        if (connection == null) {
            return;
        }
        if (sound && idle.size() < MOST_IDLE) {
            idle.push(connection);
        } else {
            closeQuietly(connection, null);
        }
        if (closed.get()) {
            forgetIdle();
        }
    }

    /** Closes what nobody uses just now, so that new connections are made. */
    void forgetIdle() {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            closeQuietly(kept, null);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        forgetIdle();
    }

    /** Closes a connection of which nothing is expected any more; a failure is kept with what led here, if anything did. */
    static void closeQuietly(Connection connection, Exception reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            if (reason != null) {
                reason.addSuppressed(e);
            }
        }
    }
}
