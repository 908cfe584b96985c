package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.carillon.store.StoreException;

/** What differs between the databases that can hold a job store. Thread-safe. */
interface Database {
    /** A new connection, in auto-commit mode. */
    Connection connect() throws SQLException;

    /** Returns once what was committed survives the loss of power. */
    void sync(Connection connection) throws SQLException;

    /** Forgets everything that is not surely on disk, so that the next connection sees what is. Called after a failed write. */
    void abandon(Connection connection);

    /** What a failure means, in words. */
    StoreException explain(SQLException failure);
}
