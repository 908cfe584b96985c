package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The versions of the tables. Flyway brings them up to date; it is only started when they are not, because that takes half
 * a second, and asking takes a millisecond.
 */
final class Schema {
    /** Every migration there is, in order. */
    private static final List<String> MIGRATIONS =
            List.of("V1__jobs_and_ledger.sql", "V2__circumstances.sql", "V3__journal.sql", "V4__sorted_runs.sql", "V5__job_versions.sql");

    private static final String HISTORY = "flyway_schema_history";

    private Schema() {}

    /** The version that this program knows. */
    static int known() {
        return MIGRATIONS.size();
    }

    /** The version of the tables that are there; 0 where there are none. */
    static int version(Connection connection) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, null, HISTORY, null)) {
            if (!table.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"" + HISTORY + "\" WHERE \"success\"")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** @throws org.flywaydb.core.api.FlywayException if a migration fails */
    static void migrate(DataSource source) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new MigrationFiles(MIGRATIONS))
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }
}
