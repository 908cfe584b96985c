package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunQuery;

/** A {@link RunQuery} as SQL. */
final class RunSearch {
    @FunctionalInterface
    private interface Binding {
        void to(PreparedStatement statement, int index) throws SQLException;
    }

    private final List<String> conditions = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final int limit;

    private RunSearch(RunQuery query) {
        limit = query.limit();
        if (query.jobId() != null) {
            add("r.job_id = ?", (statement, index) -> statement.setString(index, query.jobId()));
        }
        if (!query.states().isEmpty()) {
            conditions.add("r.state IN (" + String.join(", ", Collections.nCopies(query.states().size(), "?")) + ")");
            for (RunState state : query.states()) {
                bindings.add((statement, index) -> statement.setString(index, state.name()));
            }
        }
        if (query.from() != null) {
            add("r.happened_at >= ?", (statement, index) -> Columns.setInstant(statement, index, query.from()));
        }
        if (query.to() != null) {
            add("r.happened_at < ?", (statement, index) -> Columns.setInstant(statement, index, query.to()));
        }
        if (query.before() != null) {
            add("r.id < ?", (statement, index) -> statement.setLong(index, query.before()));
        }
    }

    static List<Run> find(Connection connection, RunQuery query) throws SQLException {
        RunSearch search = new RunSearch(query);
        try (PreparedStatement statement = connection.prepareStatement(search.sql())) {
            search.bind(statement);
            return RunRows.readAll(statement);
        }
    }

    private void add(String condition, Binding binding) {
        conditions.add(condition);
        bindings.add(binding);
    }

    private String sql() {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT " + RunRows.COLUMNS + " FROM runs r" + where + " ORDER BY r.id DESC LIMIT " + limit;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < bindings.size(); i++) {
            bindings.get(i).to(statement, i + 1);
        }
    }
}
