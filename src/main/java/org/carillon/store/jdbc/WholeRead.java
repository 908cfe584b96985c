package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every row of every table, and every index: H2 reads a page when it is needed, so that damage in one that nobody has asked
 * for yet is not seen. It takes seconds for a large ledger, and is not for every start.
 */
final class WholeRead {
    private static final String TABLES = "SELECT table_name FROM information_schema.tables "
            + "WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'";
    /** By an index that has these columns in this order, H2 reads them from it alone. */
    private static final String INDEXES = "SELECT table_name, LISTAGG('\"' || column_name || '\"', ', ') "
            + "WITHIN GROUP (ORDER BY ordinal_position) FROM information_schema.index_columns "
            + "WHERE table_schema = 'PUBLIC' GROUP BY table_name, index_name";

    private WholeRead() {}

    /** @throws SQLException if something cannot be read */
    static void of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Rows are looked at as they come, however many there are.
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
            List<String> queries = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    queries.add("SELECT * FROM \"" + tables.getString(1) + "\"");
                }
            }
            try (ResultSet indexes = statement.executeQuery(INDEXES)) {
                while (indexes.next()) {
                    queries.add("SELECT " + indexes.getString(2) + " FROM \"" + indexes.getString(1) + "\" ORDER BY " + indexes.getString(2));
                }
            }
            for (String query : queries) {
                read(statement, query);
            }
            statement.execute("SET LAZY_QUERY_EXECUTION 0");
        }
    }

    private static void read(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }
}
