package org.carillon.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.carillon.job.Run;

/** Keeps the table of each job's newest ended run, in the transaction that changes the ledger. Not thread-safe. */
final class LastRuns {
    private static final String FIND = "SELECT id FROM last_runs WHERE job_id = ?";
    private static final String REMOVE = "DELETE FROM last_runs WHERE job_id = ?";
    private static final String JOB_OF = "SELECT l.job_id FROM runs r JOIN last_runs l ON l.job_id = r.job_id AND l.id = r.id WHERE r.id = ?";
    /** Of a job, the newest run that has ended and tells of it. */
    static final String NEWEST = "SELECT " + RunRows.COLUMNS + " FROM runs r WHERE r.job_id = ? "
            + "AND r.state NOT IN ('QUEUED', 'RUNNING', 'SKIPPED') AND r.started_by <> 'TEST' ORDER BY r.job_id DESC, r.id DESC LIMIT 1";

    private final Statements statements;
    private final Map<String, Run> ended = new HashMap<>();

    LastRuns(Statements statements) {
        this.statements = statements;
    }

    void begin() {
        ended.clear();
    }

    /** Of a run that is in the ledger now. */
    void note(Run run) {
        if (run.state().isFinal() && run.tellsOfJob()) {
            ended.merge(run.jobId(), run, (one, other) -> one.id() > other.id() ? one : other);
        }
    }

    /** Writes down what was noted since {@link #begin}, one row a job. */
    void write() throws SQLException {
        for (Run run : ended.values()) {
            if (!update(run) && !exists(run.jobId())) {
                insert(run);
            }
        }
        ended.clear();
    }

    /** @return false if there is no row of that job, or one with a newer run */
    private boolean update(Run run) throws SQLException {
        PreparedStatement statement = statements.prepare(RunRows.UPDATE_LAST);
        RunRows.bindInsert(statement, run);
        statement.setString(RunRows.INSERTED + 1, run.jobId());
        statement.setLong(RunRows.INSERTED + 2, run.id());
        return statement.executeUpdate() > 0;
    }

    private void insert(Run run) throws SQLException {
        PreparedStatement statement = statements.prepare(RunRows.INSERT_LAST);
        RunRows.bindInsert(statement, run);
        statement.executeUpdate();
    }

    private void remove(String jobId) throws SQLException {
        PreparedStatement statement = statements.prepare(REMOVE);
        statement.setString(1, jobId);
        statement.executeUpdate();
    }

    private boolean exists(String jobId) throws SQLException {
        PreparedStatement statement = statements.prepare(FIND);
        statement.setString(1, jobId);
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** To be called before a run leaves the ledger. @return its job, if it is that job's last run; else null */
    String jobOf(long runId) throws SQLException {
        write();
        PreparedStatement statement = statements.prepare(JOB_OF);
        statement.setLong(1, runId);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Looks for a job's last run in the ledger, after the one that was known has left it. */
    void replace(String jobId) throws SQLException {
        remove(jobId);
        PreparedStatement statement = statements.prepare(NEWEST);
        statement.setString(1, jobId);
        for (Run run : RunRows.readAll(statement)) {
            insert(run);
        }
    }
}
