package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunQuery;

/**
 * Finds runs along the index that leads to the wanted ones in the wanted order, so that a page costs what it holds: a row of
 * the ledger that is read and not wanted is what makes a search slow.
 */
final class RunSearch {
    /** So few runs are found by their state and sorted; more are met soon enough when going by time. */
    private static final int FEW = 2_000;

    private final Connection connection;
    private final RunQuery query;

    private RunSearch(Connection connection, RunQuery query) {
        this.connection = connection;
        this.query = query;
    }

    static List<Run> find(Connection connection, RunQuery query) throws SQLException {
        RunSearch search = new RunSearch(connection, query);
        if (query.isByTime()) {
            return search.byTime();
        }
        return query.jobId() == null && !query.states().isEmpty() ? search.byEachState() : search.byId();
    }

    private List<Run> byId() throws SQLException {
        RunSql sql = new RunSql();
        String order = "r.id DESC";
        if (query.jobId() != null) {
            sql.add("r.job_id = ?", query.jobId());
            order = "r.job_id DESC, r.id DESC";
        }
        filterStates(sql, false);
        followById(sql);
        return sql.find(connection, order, query.limit());
    }

    /** One search for each state, which its index answers in the order of ids, and the newest of all that was found. */
    private List<Run> byEachState() throws SQLException {
        List<Run> found = new ArrayList<>();
        for (RunState state : query.states()) {
            RunSql sql = new RunSql();
            sql.add("r.state = ?", state.name());
            followById(sql);
            found.addAll(sql.find(connection, "r.state DESC, r.id DESC", query.limit()));
        }
        found.sort(query.order());
        return found.subList(0, Math.min(query.limit(), found.size()));
    }

    private List<Run> byTime() throws SQLException {
        RunSql sql = new RunSql();
        if (query.jobId() != null) {
            sql.add("r.job_id = ?", query.jobId());
        }
        filterStates(sql, query.jobId() == null && areFew(query.states()));
        if (query.from() != null) {
            sql.add("r.happened_at >= ?", query.from());
        }
        if (query.to() != null) {
            sql.add("r.happened_at < ?", query.to());
        }
        followByTime(sql);
        return sql.find(connection, "r.happened_at DESC, r.id DESC", query.limit());
    }

    /** @param byIndex whether the states' index is to be used; appending nothing to the column keeps it from being used */
    private void filterStates(RunSql sql, boolean byIndex) {
        if (!query.states().isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(query.states().size(), "?"));
            sql.add("r.state" + (byIndex ? "" : " || ''") + " IN (" + marks + ")",
                    query.states().stream().map(RunState::name).toArray());
        }
    }

    private void followById(RunSql sql) {
        if (query.before() != null) {
            sql.add("r.id < ?", query.before());
        }
    }

    private void followByTime(RunSql sql) throws SQLException {
        if (query.before() == null) {
            return;
        }
        Instant time = StoreReader.run(connection, query.before()).stream().map(RunQuery::timeOf).findFirst().orElse(null);
        if (time == null) {
            followById(sql);
        } else {
            sql.add("r.happened_at <= ?", time);
            sql.add("(r.happened_at < ? OR r.id < ?)", time, query.before());
        }
    }

    private boolean areFew(Set<RunState> states) throws SQLException {
        int count = 0;
        for (RunState state : states) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT COUNT(*) FROM (SELECT 1 FROM runs WHERE state = ? LIMIT " + FEW + ")")) {
                statement.setString(1, state.name());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    count += row.getInt(1);
                }
            }
        }
        return count > 0 && count < FEW;
    }
}
