package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.RunQuery;

/**
 * Finds runs along the index that leads to the wanted ones in the wanted order, so that a page costs what it holds: rows of
 * the ledger that are read and not wanted are what makes a search slow.
 */
final class RunSearch {
    private final Connection connection;
    private final RunQuery query;
    private final Instant timeBefore;

    private RunSearch(Connection connection, RunQuery query) throws SQLException {
        this.connection = connection;
        this.query = query;
        this.timeBefore = query.isByTime() && query.before() != null
                ? StoreReader.run(connection, query.before()).stream().map(RunQuery::timeOf).findFirst().orElse(null)
                : null;
    }

    static List<Run> find(Connection connection, RunQuery query) throws SQLException {
        RunSearch search = new RunSearch(connection, query);
        if (query.jobId() != null) {
            return search.ofJob();
        }
        return query.states().isEmpty() ? search.find(new RunSql(), "") : search.inEachState();
    }

    /** A job's runs are few enough to pass over those in other states; a function keeps the states' indexes from being used. */
    private List<Run> ofJob() throws SQLException {
        RunSql sql = new RunSql();
        sql.add("r.job_id = ?", query.jobId());
        if (!query.states().isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(query.states().size(), "?"));
            sql.add("UPPER(r.state) IN (" + marks + ")", query.states().stream().map(RunState::name).toArray());
        }
        return find(sql, "r.job_id DESC, ");
    }

    /** One search for each state, and the newest of all that was found. */
    private List<Run> inEachState() throws SQLException {
        List<Run> found = new ArrayList<>();
        for (RunState state : query.states()) {
            RunSql sql = new RunSql();
            sql.add("r.state = ?", state.name());
            found.addAll(find(sql, "r.state DESC, "));
        }
        found.sort(query.order());
        return found.subList(0, Math.min(query.limit(), found.size()));
    }

    /** @param prefix the order of what is the same for all, which tells the database which index it is */
    private List<Run> find(RunSql sql, String prefix) throws SQLException {
        if (query.from() != null) {
            sql.add("r.happened_at >= ?", query.from());
        }
        if (query.to() != null) {
            sql.add("r.happened_at < ?", query.to());
        }
        if (timeBefore != null) {
            sql.add("r.happened_at <= ?", timeBefore);
            sql.add("(r.happened_at < ? OR r.id < ?)", timeBefore, query.before());
        } else if (query.before() != null) {
            sql.add("r.id < ?", query.before());
        }
        return sql.find(connection, prefix + (query.isByTime() ? "r.happened_at DESC, r.id DESC" : "r.id DESC"), query.limit());
    }
}
