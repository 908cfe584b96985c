package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.carillon.job.Attempt;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.ConflictException;
import org.carillon.store.Pause;
import org.carillon.store.journal.StoredChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does changes on one connection, within whatever transaction it is in. Not thread-safe. */
final class ChangeStatements {
    private static final String REMOVE_RUN = "DELETE FROM runs WHERE id = ?";
    private static final String REMOVE_ATTEMPTS = "DELETE FROM attempts WHERE run_id = ?";
    private static final String ADD_ATTEMPT = "INSERT INTO attempts (state, cause, detail, started_at, ended_at, exit_code, "
            + "run_id, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_ATTEMPT = "UPDATE attempts SET state = ?, cause = ?, detail = ?, started_at = ?, "
            + "ended_at = ?, exit_code = ? WHERE run_id = ? AND number = ?";
    private static final String SET_PAUSE = "UPDATE scheduler SET paused_since = ?, paused_until = ? WHERE id = 1";
    private static final String SET_POSITION = "UPDATE scheduler SET last_run_id = GREATEST(last_run_id, ?), "
            + "journal_entry = GREATEST(journal_entry, ?) WHERE id = 1";
    private static final String FIND_JOB = "SELECT id FROM jobs WHERE id = ?";
    private static final String FIND_RUN = "SELECT 1 FROM runs WHERE id = ?";
    private static final String FIND_OCCURRENCE = "SELECT 1 FROM runs WHERE job_id = ? AND scheduled_at = ?";

    private static final String FIND_JOBS = "SELECT id FROM jobs WHERE id = ANY(?)";
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStatements.class);

    private final Statements statements;
    private final JobStatements jobs;
    private final LastRuns lastRuns;
    private long lastRunId;

    ChangeStatements(Connection connection) {
        statements = new Statements(connection);
        jobs = new JobStatements(statements);
        lastRuns = new LastRuns(statements);
    }

    /** To be called before the first change of a transaction. */
    void begin() {
        lastRunId = 0;
        lastRuns.begin();
    }

    /** @throws ConflictException if the change contradicts what is stored */
    void apply(StoredChange stored) throws SQLException {
        switch (stored) {
            case StoredChange.JobText job -> jobs.put(job);
            case StoredChange.Plain(var change) -> apply(change);
        }
    }

    private void apply(Change change) throws SQLException {
        switch (change) {
            case Change.AddJob _, Change.ReplaceJob _ -> apply(StoredChange.of(change));
            case Change.RemoveJob(var id, var removed) -> jobs.remove(id, removed);
            case Change.Plan(var id, var nextRun, var planned) -> jobs.plan(id, nextRun, planned);
            case Change.AddRun(var run) -> add(run);
            case Change.UpdateRun(var run) -> update(run);
            case Change.RemoveRun(var id) -> removeRun(id);
            case Change.PutAttempt(var attempt) -> put(attempt);
            case Change.SetPause(var pause) -> set(pause);
        }
    }

    /**
     * Brings changes from the journal to the tables, which may have some of them already.
     *
     * @param position up to which entry of the journal the tables are complete with these
     */
    void settle(List<StoredChange> changes, long position) throws SQLException {
        begin();
        for (StoredChange stored : changes) {
            switch (stored) {
                case StoredChange.JobText job -> addIfMissing(job);
                case StoredChange.Plain(Change.AddRun(var run)) -> addOrUpdate(run);
                case StoredChange.Plain(var change) -> apply(change);
            }
        }
        end(position);
    }

    /** Does a change before which others are lost: a job that is to be replaced and is not there is added, what contradicts the tables is left out. */
    void applyIfPossible(StoredChange stored) throws SQLException {
        try {
            switch (stored) {
                case StoredChange.JobText job when !job.isNew() && anyJobOf(List.of(job.id())) == null -> jobs.put(
                        new StoredChange.JobText(true, job.id(), job.definition(), job.nextRun(), job.saved()));
                case StoredChange.Plain(Change.AddRun(var run)) -> addOrUpdate(run);
                default -> apply(stored);
            }
        } catch (ConflictException e) {
            LOG.warn("A change of the journal is left out, because others before it are lost: {}", e.getMessage());
        }
    }

    /** Whoever changes a job waits until it is in the tables: what they have is not older. */
    private void addIfMissing(StoredChange.JobText job) throws SQLException {
        try {
            jobs.put(job);
        } catch (ConflictException e) {
            LOG.debug("The tables have it already: {}", e.getMessage());
        }
    }

    private void addOrUpdate(Run run) throws SQLException {
        try {
            add(run);
        } catch (ConflictException _) {
            update(run);
        }
    }

    /**
     * To be called after the last change of a transaction. Writes down the highest id of the runs that were added, so that it
     * is never given out again, each job's last run, and where the tables are in the journal.
     */
    void end(long position) throws SQLException {
        lastRuns.write();
        PreparedStatement statement = prepare(SET_POSITION);
        statement.setLong(1, lastRunId);
        statement.setLong(2, position);
        statement.executeUpdate();
    }

    /** One of these jobs that the tables have, or null. */
    String anyJobOf(List<String> ids) throws SQLException {
        PreparedStatement statement = prepare(ids.size() == 1 ? FIND_JOB : FIND_JOBS);
        statement.setObject(1, ids.size() == 1 ? ids.getFirst() : ids.toArray(String[]::new));
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Whether there is a run of that id. */
    boolean has(long runId) throws SQLException {
        PreparedStatement statement = prepare(FIND_RUN);
        statement.setLong(1, runId);
        return hasRow(statement);
    }

    /** Whether there is a run of that job that was planned for that time. */
    boolean has(String jobId, Instant scheduledAt) throws SQLException {
        PreparedStatement statement = prepare(FIND_OCCURRENCE);
        statement.setString(1, jobId);
        Columns.setInstant(statement, 2, scheduledAt);
        return hasRow(statement);
    }

    private static boolean hasRow(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private void add(Run run) throws SQLException {
        PreparedStatement statement = prepare(RunRows.INSERT);
        RunRows.bindInsert(statement, run);
        try {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw conflictOr(e, conflict(run));
        }
        lastRunId = Math.max(lastRunId, run.id());
        lastRuns.note(run);
    }

    static Message conflict(Run run) {
        return Message.of("store.conflict.run", Long.toString(run.id()), run.jobId());
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
    static SQLException conflictOr(SQLException failure, Message conflict) {
        if (failure.getSQLState() != null && failure.getSQLState().startsWith("23")) {
            throw new ConflictException(conflict, failure);
        }
        return failure;
    }
}
