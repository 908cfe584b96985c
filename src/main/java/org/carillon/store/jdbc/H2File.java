package org.carillon.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.carillon.message.Message;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.StoreException;
import org.h2.jdbcx.JdbcDataSource;

/**
 * One H2 database in one file, embedded.
 *
 * <p>{@code async:} because a thread that is interrupted while it reads through any other of H2's file systems closes the
 * file for everyone. {@code DB_CLOSE_ON_EXIT=FALSE} because the program closes its store itself, at its own time.
 *
 * <p>A commit is durable by the journal; {@link #sync} writes and syncs all that was committed, so that the journal is not needed
 * for that any more. {@code WRITE_DELAY} is not 0, which would make each commit two writes, and would switch off the thread that frees space in the file: it would
 * grow by 8 KB a run without end. {@code COMPRESS} makes the file several times smaller, at the same speed.
 */
final class H2File implements Database {
    private static final String SETTINGS = ";WRITE_DELAY=2000;COMPRESS=TRUE;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384;TRACE_LEVEL_FILE=0";
    private static final String USER = "carillon";

    private final Path file;
    private final JdbcDataSource source = new JdbcDataSource();

    /** @param file with the extension {@code .mv.db} */
    H2File(Path file) {
        this.file = file.toAbsolutePath();
        String path = this.file.toString();
        if (path.contains(";")) {
            throw new StoreException(Message.of("store.h2.path", file.getParent()));
        }
        source.setURL("jdbc:h2:async:" + path.substring(0, path.length() - ".mv.db".length()) + SETTINGS);
        source.setUser(USER);
        source.setPassword("");
    }

    Path file() {
        return file;
    }

    JdbcDataSource source() {
        return source;
    }

    @Override
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void sync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    @Override
    public void abandon(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            Connections.closeQuietly(connection, e);
        }
    }

    /** Damage is noted beside the file, so that it is repaired when the file is opened next. */
    @Override
    public StoreException explain(SQLException failure) {
        StoreException explained = H2Failure.explain(file, failure);
        if (explained instanceof DamagedStoreException) {
            new DamageMark(file).put();
        }
        return explained;
    }
}
