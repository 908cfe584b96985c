package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunOrder;
import org.carillon.store.RunQuery;

/**
 * Finds runs in another order than the newest first. Where few pass the filter, they are read and sorted; where many do, the order's
 * own index is followed until there are enough of them, because then most of what stands in it passes. Runs that have nothing to be
 * sorted by come last.
 */
final class SortedSearch {
    /** So many are sorted in some 50 ms. */
    static final int FEW = 5_000;

    private final Connection connection;
    private final RunQuery query;
    private final String column;
    private final String direction;

    private SortedSearch(Connection connection, RunQuery query) {
        this.connection = connection;
        this.query = query;
        this.column = column(query.sorted().key());
        this.direction = query.sorted().descending() ? " DESC" : " ASC";
    }

    static List<Run> find(Connection connection, RunQuery query) throws SQLException {
        return new SortedSearch(connection, query).find();
    }

    private static String column(RunOrder.Key key) {
        return switch (key) {
            case STATE -> "r.state";
            case JOB -> "r.job_id";
            case TIME -> "r.happened_at";
            case DURATION -> "r.took";
            case EXIT_CODE -> "r.exit_code";
        };
    }

    private static String index(RunOrder.Key key) {
        return " USE INDEX (" + switch (key) {
            case STATE -> "runs_by_state";
            case JOB -> "runs_by_job";
            case TIME -> "runs_by_time";
            case DURATION -> "runs_by_took";
            case EXIT_CODE -> "runs_by_exit_code";
        } + ")";
    }

    private List<Run> find() throws SQLException {
        RunSql passing = passing();
        String index = filterIndex();
        if (index == null || passing.count(connection, index, FEW + 1) > FEW) {
            index = index(query.sorted().key());
        }
        Object last = query.before() == null ? null : value(query.before());
        boolean amongNulls = query.before() != null && last == null;
        List<Run> found = new ArrayList<>();
        if (!amongNulls) {
            found.addAll(withValue(passing.copy(), index, last));
        }
        if (found.size() < query.limit()) {
            found.addAll(withoutValue(passing.copy(), index, amongNulls ? query.before() : null, query.limit() - found.size()));
        }
        return found;
    }

    private RunSql passing() {
        RunSql sql = new RunSql();
        if (query.jobId() != null) {
            sql.add("r.job_id = ?", query.jobId());
        }
        if (!query.states().isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(query.states().size(), "?"));
            sql.add("r.state IN (" + marks + ")", query.states().stream().map(RunState::name).toArray());
        }
        if (query.from() != null) {
            sql.add("r.happened_at >= ?", query.from());
        }
        if (query.to() != null) {
            sql.add("r.happened_at < ?", query.to());
        }
        return sql;
    }

    /** What leads to the runs that pass; null if all do. */
    private String filterIndex() {
        if (query.jobId() != null) {
            return " USE INDEX (runs_by_job)";
        }
        if (!query.states().isEmpty()) {
            return query.isByTime() ? " USE INDEX (runs_by_state_and_time)" : " USE INDEX (runs_by_state)";
        }
        return query.isByTime() ? " USE INDEX (runs_by_time)" : null;
    }

    private List<Run> withValue(RunSql sql, String index, Object last) throws SQLException {
        sql.add(column + " IS NOT NULL");
        if (last != null) {
            String beyond = query.sorted().descending() ? "<" : ">";
            sql.add(column + " " + beyond + "= ?", last);
            sql.add("(" + column + " " + beyond + " ? OR r.id " + beyond + " ?)", last, query.before());
        }
        return sql.find(connection, index, column + direction + ", r.id" + direction, query.limit());
    }

    private List<Run> withoutValue(RunSql sql, String index, Long after, int limit) throws SQLException {
        sql.add(column + " IS NULL");
        if (after != null) {
            sql.add("r.id " + (query.sorted().descending() ? "<" : ">") + " ?", after);
        }
        return sql.find(connection, index, column + direction + ", r.id" + direction, limit);
    }

    private Object value(long runId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + column + " FROM runs r WHERE r.id = ?")) {
            statement.setLong(1, runId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1) : null;
            }
        }
    }
}
