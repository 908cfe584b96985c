package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.job.Attempt;
import org.carillon.job.Run;
import org.carillon.store.Pause;
import org.carillon.store.StoredJob;

/** What is read from the tables, each on a given connection. */
final class StoreReader {
    private static final String JOBS = "SELECT id, definition, next_run, planned FROM jobs ";
    private static final String RUNS = "SELECT " + RunRows.COLUMNS + " FROM runs r ";
    private static final String ATTEMPTS = "SELECT run_id, number, state, cause, detail, started_at, ended_at, exit_code "
            + "FROM attempts WHERE run_id = ? ORDER BY number";
    private static final String NEWEST =
            "SELECT r.id FROM runs r WHERE r.job_id = ? ORDER BY r.job_id DESC, r.id DESC OFFSET ? ROWS FETCH FIRST 1 ROW ONLY";
    private static final String UNFINISHED = RUNS + "WHERE r.state IN ('QUEUED', 'RUNNING') ORDER BY r.id";
    /** So many rows at once: H2 writes results that are much longer to disk before anybody can read them. */
    private static final int PORTION = 2_000;
    private static final String FROM_ROW = "WHERE _ROWID_ > ? ORDER BY _ROWID_ LIMIT " + PORTION;
    private static final String ALL_JOBS = "SELECT id, definition, next_run, planned, _ROWID_ FROM jobs " + FROM_ROW;
    private static final String ALL_LAST = "SELECT " + RunRows.COLUMNS + ", _ROWID_ FROM last_runs r " + FROM_ROW;

    private StoreReader() {}

    static List<StoredJob> jobs(Connection connection) throws SQLException {
        List<StoredJob> jobs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL_JOBS)) {
            long last = Long.MIN_VALUE;
            for (int found = PORTION; found == PORTION; ) {
                List<JobRow> portion = new ArrayList<>(PORTION);
                statement.setLong(1, last);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        portion.add(jobRow(rows));
                        last = rows.getLong(5);
                    }
                }
                jobs.addAll(portion.parallelStream().map(JobRow::read).toList());
                found = portion.size();
            }
        }
        jobs.sort(Comparator.comparing(StoredJob::id));
        return jobs;
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
                jobs.add(jobRow(rows));
            }
        }
        return jobs;
    }

    private static JobRow jobRow(ResultSet row) throws SQLException {
        return new JobRow(row.getString(1), row.getString(2), Columns.instant(row, 3), row.getLong(4));
    }

    static List<Run> run(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RUNS + "WHERE r.id = ?")) {
            statement.setLong(1, id);
            return RunRows.readAll(statement);
        }
    }

    static List<Long> newest(Connection connection, String jobId, int newer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setString(1, jobId);
            statement.setInt(2, newer);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? List.of(rows.getLong(1)) : List.of();
            }
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
        try (PreparedStatement statement = connection.prepareStatement(ALL_LAST)) {
            long row = Long.MIN_VALUE;
            for (int found = PORTION; found == PORTION; ) {
                found = 0;
                statement.setLong(1, row);
                try (ResultSet rows = statement.executeQuery()) {
                    for (; rows.next(); found++) {
                        Run run = RunRows.read(rows);
                        last.put(run.jobId(), run);
                        row = rows.getLong(RunRows.READ + 1);
                    }
                }
            }
        }
        findBehindTrials(connection, last);
        for (Run run : unfinished(connection)) {
            if (run.tellsOfJob()) {
                last.merge(run.jobId(), run, (one, other) -> one.id() > other.id() ? one : other);
            }
        }
        return last;
    }

    /** Earlier releases took the trial of a draft for a run of its job. */
    private static void findBehindTrials(Connection connection, Map<String, Run> last) throws SQLException {
        List<String> jobs = last.values().stream().filter(run -> !run.tellsOfJob()).map(Run::jobId).toList();
        try (PreparedStatement statement = connection.prepareStatement(LastRuns.NEWEST)) {
            for (String job : jobs) {
                last.remove(job);
                statement.setString(1, job);
                RunRows.readAll(statement).forEach(run -> last.put(job, run));
            }
        }
    }

    static Pause pause(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT paused_since, paused_until FROM scheduler WHERE id = 1");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Pause(Columns.instant(row, 1), Columns.instant(row, 2));
        }
    }

    static String hashKey(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT hash_key FROM scheduler WHERE id = 1");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    static long lastRunId(Connection connection) throws SQLException {
        return ofScheduler(connection, "last_run_id");
    }

    /** Up to which entry of the journal the tables are complete. */
    static long journalPosition(Connection connection) throws SQLException {
        return ofScheduler(connection, "journal_entry");
    }

    private static long ofScheduler(Connection connection, String column) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + column + " FROM scheduler WHERE id = 1");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
