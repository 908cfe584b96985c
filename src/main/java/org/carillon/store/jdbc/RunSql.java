package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    /** The same so far, to which other conditions can be added. */
    RunSql copy() {
        RunSql copy = new RunSql();
        copy.conditions.addAll(conditions);
        copy.values.addAll(values);
        return copy;
    }

    List<Run> find(Connection connection, String order, int limit) throws SQLException {
        return find(connection, "", order, limit);
    }

    /** @param index a hint which index leads to the runs; empty for none */
    List<Run> find(Connection connection, String index, String order, int limit) throws SQLException {
        String sql = "SELECT " + RunRows.COLUMNS + " FROM runs r" + index + where() + " ORDER BY " + order + " LIMIT " + limit;
        try (PreparedStatement statement = prepare(connection, sql)) {
            return RunRows.readAll(statement);
        }
    }

    /** How many there are; counts no further than that. */
    int count(Connection connection, String index, int most) throws SQLException {
        String sql = "SELECT COUNT(*) FROM (SELECT 1 FROM runs r" + index + where() + " LIMIT " + most + ")";
        try (PreparedStatement statement = prepare(connection, sql); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
