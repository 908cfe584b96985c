package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.carillon.store.journal.Entry;
import org.carillon.store.journal.StoredChange;

/** Brings entries of the journal to the tables. Where entries are missing before one, as much of it as goes. Not thread-safe. */
final class Replay {
    /** More runs than can have been in lost entries. */
    private static final int SPARE_IDS = 10_000;

    private final Connection connection;
    private final ChangeStatements statements;
    private final Unsettled missing = new Unsettled();
    private long last;
    private boolean isBroken;

    /** @param position the last entry that the tables have */
    Replay(Connection connection, long position) {
        this.connection = connection;
        this.last = position;
        statements = new ChangeStatements(connection);
    }

    void entry(Entry entry) throws SQLException {
        boolean follows = entry.number() == last + 1;
        last = entry.number();
        if (!isBroken && follows && entry.changes().stream().allMatch(Waiting::can)) {
            entry.changes().forEach(change -> missing.add(change, entry.number()));
            return;
        }
        end();
        isBroken |= !follows;
        statements.begin();
        for (StoredChange change : entry.changes()) {
            if (isBroken) {
                statements.applyIfPossible(change);
            } else {
                statements.apply(change);
            }
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

    /** No new run gets the id of one that was lost, and so neither its log. */
    void spareIds() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE scheduler SET last_run_id = last_run_id + " + SPARE_IDS + " WHERE id = 1");
        }
        connection.commit();
    }
}
