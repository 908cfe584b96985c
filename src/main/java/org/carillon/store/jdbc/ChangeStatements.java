package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.carillon.job.Attempt;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.Pause;

/** Does changes on one connection, within whatever transaction it is in. Not thread-safe. */
final class ChangeStatements {
    private static final String ADD_JOB = "INSERT INTO jobs (definition, next_run, id, planned) VALUES (?, ?, ?, 0)";
    private static final String REPLACE_JOB = "UPDATE jobs SET definition = ?, next_run = ? WHERE id = ?";
    private static final String REMOVE_JOB = "DELETE FROM jobs WHERE id = ?";
    private static final String PLAN = "UPDATE jobs SET next_run = ?, planned = ? WHERE id = ?";
    private static final String REMOVE_RUN = "DELETE FROM runs WHERE id = ?";
    private static final String REMOVE_ATTEMPTS = "DELETE FROM attempts WHERE run_id = ?";
    private static final String ADD_ATTEMPT = "INSERT INTO attempts (state, cause, detail, started_at, ended_at, exit_code, "
            + "run_id, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_ATTEMPT = "UPDATE attempts SET state = ?, cause = ?, detail = ?, started_at = ?, "
            + "ended_at = ?, exit_code = ? WHERE run_id = ? AND number = ?";
    private static final String SET_PAUSE = "UPDATE scheduler SET paused_since = ?, paused_until = ? WHERE id = 1";
    private static final String SET_LAST_ID = "UPDATE scheduler SET last_run_id = ? WHERE id = 1 AND last_run_id < ?";

    private final Statements statements;
    private final LastRuns lastRuns;
    private long lastRunId;

    ChangeStatements(Connection connection) {
        statements = new Statements(connection);
        lastRuns = new LastRuns(statements);
    }

    /** To be called before the first change of a transaction. */
    void begin() {
        lastRunId = 0;
        lastRuns.begin();
    }

    /** @throws ConflictException if the change contradicts what is stored */
    void apply(Change change) throws SQLException {
        switch (change) {
            case Change.AddJob(var job, var nextRun) -> add(job, nextRun);
            case Change.ReplaceJob(var job, var nextRun) -> replace(job, nextRun);
            case Change.RemoveJob(var id) -> remove(REMOVE_JOB, id);
            case Change.Plan(var id, var nextRun, var planned) -> plan(id, nextRun, planned);
            case Change.AddRun(var run) -> add(run);
            case Change.UpdateRun(var run) -> update(run);
            case Change.RemoveRun(var id) -> removeRun(id);
            case Change.PutAttempt(var attempt) -> put(attempt);
            case Change.SetPause(var pause) -> set(pause);
        }
    }

    /**
     * To be called after the last change of a transaction. Writes down the highest id of the runs that were added, so that it
     * is never given out again, and each job's last run.
     */
    void end() throws SQLException {
        lastRuns.write();
        if (lastRunId > 0) {
            PreparedStatement statement = prepare(SET_LAST_ID);
            statement.setLong(1, lastRunId);
            statement.setLong(2, lastRunId);
            statement.executeUpdate();
        }
    }

    private void add(Job job, Instant nextRun) throws SQLException {
        try {
            bind(prepare(ADD_JOB), job, nextRun).executeUpdate();
        } catch (SQLException e) {
            throw conflictOr(e, Message.of("store.conflict.job", job.id()));
        }
    }

    private void replace(Job job, Instant nextRun) throws SQLException {
        if (bind(prepare(REPLACE_JOB), job, nextRun).executeUpdate() == 0) {
            throw new ConflictException(Message.of("store.conflict.noJob", job.id()));
        }
    }

    private static PreparedStatement bind(PreparedStatement statement, Job job, Instant nextRun) throws SQLException {
        statement.setString(1, JobJson.writeJob(job));
        Columns.setInstant(statement, 2, nextRun);
        statement.setString(3, job.id());
        return statement;
    }

    private void plan(String id, Instant nextRun, long planned) throws SQLException {
        PreparedStatement statement = prepare(PLAN);
        Columns.setInstant(statement, 1, nextRun);
        statement.setLong(2, planned);
        statement.setString(3, id);
        statement.executeUpdate();
    }

    private void add(Run run) throws SQLException {
        PreparedStatement statement = prepare(RunRows.INSERT);
        RunRows.bindInsert(statement, run);
        try {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw conflictOr(e, Message.of("store.conflict.run", Long.toString(run.id()), run.jobId()));
        }
        lastRunId = Math.max(lastRunId, run.id());
        lastRuns.note(run);
    }

    private void update(Run run) throws SQLException {
        PreparedStatement statement = prepare(RunRows.UPDATE);
        RunRows.bindUpdate(statement, run);
        if (statement.executeUpdate() > 0) {
            lastRuns.note(run);
        }
    }

    private void removeRun(long id) throws SQLException {
        String jobId = lastRuns.jobOf(id);
        remove(REMOVE_ATTEMPTS, id);
        remove(REMOVE_RUN, id);
        if (jobId != null) {
            lastRuns.replace(jobId);
        }
    }

    private void put(Attempt attempt) throws SQLException {
        if (bind(prepare(UPDATE_ATTEMPT), attempt).executeUpdate() == 0) {
            bind(prepare(ADD_ATTEMPT), attempt).executeUpdate();
        }
    }

    private static PreparedStatement bind(PreparedStatement statement, Attempt attempt) throws SQLException {
        statement.setString(1, attempt.state().name());
        RunRows.bindReason(statement, 2, attempt.reason());
        Columns.setInstant(statement, 4, attempt.startedAt());
        Columns.setInstant(statement, 5, attempt.endedAt());
        Columns.setInteger(statement, 6, attempt.exitCode());
        statement.setLong(7, attempt.runId());
        statement.setInt(8, attempt.number());
        return statement;
    }

    private void set(Pause pause) throws SQLException {
        PreparedStatement statement = prepare(SET_PAUSE);
        Columns.setInstant(statement, 1, pause.since());
        Columns.setInstant(statement, 2, pause.until());
        statement.executeUpdate();
    }

    private void remove(String sql, Object id) throws SQLException {
        PreparedStatement statement = prepare(sql);
        statement.setObject(1, id);
        statement.executeUpdate();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return statements.prepare(sql);
    }

    /** SQLSTATE class 23 stands for a violated constraint. */
    private static SQLException conflictOr(SQLException failure, Message conflict) {
        if (failure.getSQLState() != null && failure.getSQLState().startsWith("23")) {
            throw new ConflictException(conflict, failure);
        }
        return failure;
    }
}
