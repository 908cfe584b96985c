package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.job.Attempt;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Pause;
import org.carillon.store.StoredJob;

/** What is read from the tables, each on a given connection. */
final class StoreReader {
    private static final String JOBS = "SELECT id, definition, next_run, planned FROM jobs ";
    private static final String RUNS = "SELECT " + RunRows.COLUMNS + " FROM runs r ";
    private static final String ATTEMPTS = "SELECT run_id, number, state, cause, detail, started_at, ended_at, exit_code "
            + "FROM attempts WHERE run_id = ? ORDER BY number";
    private static final String UNFINISHED = RUNS + "WHERE r.state IN ('QUEUED', 'RUNNING') ORDER BY r.id";
    private static final String LAST = "SELECT " + RunRows.COLUMNS + " FROM last_runs r";

    private StoreReader() {}

    static List<StoredJob> jobs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(JOBS + "ORDER BY id")) {
            return jobRows(statement).parallelStream().map(JobRow::read).toList();
        }
    }

    static List<StoredJob> job(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(JOBS + "WHERE id = ?")) {
            statement.setString(1, id);
            return jobRows(statement).stream().map(JobRow::read).toList();
        }
    }

    private static List<JobRow> jobRows(PreparedStatement statement) throws SQLException {
        List<JobRow> jobs = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                jobs.add(new JobRow(rows.getString(1), rows.getString(2), Columns.instant(rows, 3), rows.getLong(4)));
            }
        }
        return jobs;
    }

    static List<Run> run(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RUNS + "WHERE r.id = ?")) {
            statement.setLong(1, id);
            return RunRows.readAll(statement);
        }
    }

    static List<Attempt> attempts(Connection connection, long runId) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ATTEMPTS)) {
            statement.setLong(1, runId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    attempts.add(RunRows.readAttempt(rows));
                }
            }
        }
        return attempts;
    }

    static List<Run> unfinished(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNFINISHED)) {
            return RunRows.readAll(statement);
        }
    }

    static Map<String, Run> lastRuns(Connection connection) throws SQLException {
        Map<String, Run> last = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            RunRows.readAll(statement).forEach(run -> last.put(run.jobId(), run));
        }
        for (Run run : unfinished(connection)) {
            if (run.state() == RunState.RUNNING) {
                last.merge(run.jobId(), run, (one, other) -> one.id() > other.id() ? one : other);
            }
        }
        return last;
    }

    static Pause pause(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT paused_since, paused_until FROM scheduler WHERE id = 1");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Pause(Columns.instant(row, 1), Columns.instant(row, 2));
        }
    }

    static long lastRunId(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT last_run_id FROM scheduler WHERE id = 1");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
