package org.carillon.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.carillon.job.JobVersion;
import org.carillon.job.Saved;
import org.carillon.message.Message;
import org.carillon.store.ConflictException;
import org.carillon.store.JobStore;
import org.carillon.store.journal.StoredChange;

/**
 * What is done with the rows of jobs and of their versions. A job's row is its newest version: a form that is replaced, or removed,
 * is copied to the older ones, so that to add a job costs one row. Not thread-safe.
 */
final class JobStatements {
    private static final String ADD = "INSERT INTO jobs (definition, next_run, saved_at, saved_by, saved_from, id, planned, version) "
            + "VALUES (?, ?, ?, ?, ?, ?, 0, (SELECT COALESCE(MAX(number), 0) + 1 FROM job_versions WHERE job_id = ?))";
    private static final String REPLACE = "UPDATE jobs SET definition = ?, next_run = ?, saved_at = ?, saved_by = ?, saved_from = ?, "
            + "version = version + 1 WHERE id = ?";
    private static final String REMOVE = "DELETE FROM jobs WHERE id = ?";
    private static final String PLAN = "UPDATE jobs SET next_run = ?, planned = ? WHERE id = ?";
    private static final String KEEP = "INSERT INTO job_versions (job_id, number, definition, saved_at, saved_by, saved_from, removed_at) "
            + "SELECT id, version, definition, saved_at, saved_by, saved_from, ? FROM jobs WHERE id = ?";
    private static final String FORGET_OLD =
            "DELETE FROM job_versions WHERE job_id = ? AND number <= (SELECT version FROM jobs WHERE id = ?) - " + JobVersion.KEPT;
    private static final String FORGET = "DELETE FROM job_versions WHERE job_id = ?";
    /** A job that was put back after its removal has a newer version than the one that was removed, or is there itself. */
    private static final String FORGET_REMOVED = "DELETE FROM job_versions WHERE job_id IN (SELECT gone.job_id FROM job_versions gone "
            + "WHERE gone.removed_at < ? AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = gone.job_id) AND NOT EXISTS "
            + "(SELECT 1 FROM job_versions newer WHERE newer.job_id = gone.job_id AND newer.number > gone.number))";

    private final Statements statements;

    JobStatements(Statements statements) {
        this.statements = statements;
    }

    /** @throws ConflictException if it is new and there is one, or is not and there is none */
    void put(StoredChange.JobText job) throws SQLException {
        if (!job.isNew()) {
            keep(job.id(), null);
        }
        if (write(job) == 0) {
            throw new ConflictException(Message.of("store.conflict.noJob", job.id()));
        }
        if (!job.isNew()) {
            PreparedStatement statement = prepare(FORGET_OLD);
            statement.setString(1, job.id());
            statement.setString(2, job.id());
            statement.executeUpdate();
        }
    }

    private int write(StoredChange.JobText job) throws SQLException {
        PreparedStatement statement = prepare(job.isNew() ? ADD : REPLACE);
        Saved saved = job.saved();
        statement.setString(1, job.definition());
        Columns.setInstant(statement, 2, job.nextRun());
        Columns.setInstant(statement, 3, saved == null ? null : saved.at());
        statement.setString(4, saved == null ? null : saved.user());
        statement.setString(5, saved == null ? null : saved.origin().name());
        statement.setString(6, job.id());
        if (job.isNew()) {
            statement.setString(7, job.id());
        }
        try {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw ChangeStatements.conflictOr(e, Message.of("store.conflict.job", job.id()));
        }
    }

    /** @param removed null if its versions go with it */
    void remove(String id, Saved removed) throws SQLException {
        if (removed == null) {
            execute(FORGET, id);
        } else {
            keep(id, removed.at());
            PreparedStatement statement = prepare(FORGET_REMOVED);
            Columns.setInstant(statement, 1, removed.at().minus(JobStore.VERSIONS_STAY));
            statement.executeUpdate();
        }
        execute(REMOVE, id);
    }

    void plan(String id, Instant nextRun, long planned) throws SQLException {
        PreparedStatement statement = prepare(PLAN);
        Columns.setInstant(statement, 1, nextRun);
        statement.setLong(2, planned);
        statement.setString(3, id);
        statement.executeUpdate();
    }

    private void keep(String id, Instant removed) throws SQLException {
        PreparedStatement statement = prepare(KEEP);
        Columns.setInstant(statement, 1, removed);
        statement.setString(2, id);
        statement.executeUpdate();
    }

    private void execute(String sql, String id) throws SQLException {
        PreparedStatement statement = prepare(sql);
        statement.setString(1, id);
        statement.executeUpdate();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return statements.prepare(sql);
    }
}
