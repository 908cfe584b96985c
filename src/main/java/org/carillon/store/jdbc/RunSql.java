package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carillon.job.Run;

/** A search of the ledger that is being put together. */
final class RunSql {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param condition with a mark for each value */
    void add(String condition, Object... ofMarks) {
        conditions.add(condition);
        Collections.addAll(values, ofMarks);
    }

    List<Run> find(Connection connection, String order, int limit) throws SQLException {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String sql = "SELECT " + RunRows.COLUMNS + " FROM runs r" + where + " ORDER BY " + order + " LIMIT " + limit;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            return RunRows.readAll(statement);
        }
    }
}
