package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.flywaydb.core.api.FlywayException;

/** The default job store: one H2 file in the data directory. */
public final class H2JobStore {
    private static final String FILE = "carillon.mv.db";

    private H2JobStore() {}

    /**
     * Opens the job store of a data directory, and makes it if there is none. Only the owner can read its file.
     *
     * @param dataDirectory exists and can be written
     * @throws StoreException if the file is in use by another process, damaged, written by a newer program, or if it or its
     *                        directory cannot be written
     */
    public static JobStore open(Path dataDirectory) {
        H2File database = new H2File(dataDirectory.resolve(FILE));
        try {
            OwnerOnly.makeFile(database.file());
            return open(database);
        } catch (SQLException e) {
            throw database.explain(e);
        } catch (IOException e) {
            throw database.explain(new SQLException(e));
        }
    }

    private static JobStore open(H2File database) throws SQLException {
        Connection connection = database.connect();
        boolean opened = false;
        try {
            bringUpToDate(database, connection);
            JobStore store = new JdbcJobStore(database, connection);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    private static void bringUpToDate(H2File database, Connection connection) throws SQLException {
        int version = Schema.version(connection);
        if (version > Schema.known()) {
            throw new StoreException(Message.of("store.h2.newer", database.file(),
                    Integer.toString(version), Integer.toString(Schema.known())));
        }
        if (version < Schema.known()) {
            try {
                Schema.migrate(database.source());
            } catch (FlywayException e) {
                throw new StoreException(Message.of("store.h2.migration", database.file(), e.getMessage()), e);
            }
        }
    }
}
