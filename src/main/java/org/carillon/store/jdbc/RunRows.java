package org.carillon.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.Attempt;
import org.carillon.job.Circumstances;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Stretch;
import org.carillon.store.RunQuery;

/** Runs and attempts as rows. */
final class RunRows {
    /** In the order in which {@link #readAll} expects them. */
    static final String COLUMNS = "r.id, r.job_id, r.job_name, r.state, r.cause, r.detail, r.scheduled_at, r.started_at, r.ended_at, "
            + "r.exit_code, r.attempt, r.retry_at, r.started_by, r.rerun_of, r.host, r.os_user, r.output_bytes, "
            + "r.stretch_from, r.stretch_to, r.stretch_count, r.command, r.directory, r.environment";

    private static final String VALUES = " (state, cause, detail, started_at, ended_at, happened_at, exit_code, attempt, "
            + "retry_at, host, os_user, output_bytes, command, directory, environment, id, job_id, job_name, scheduled_at, "
            + "started_by, rerun_of, stretch_from, stretch_to, stretch_count) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String INSERT = "INSERT INTO runs" + VALUES;
    static final String INSERT_LAST = "INSERT INTO last_runs" + VALUES;

    private static final String SET = " SET state = ?, cause = ?, detail = ?, started_at = ?, ended_at = ?, happened_at = ?, "
            + "exit_code = ?, attempt = ?, retry_at = ?, host = ?, os_user = ?, output_bytes = ?, "
            + "command = ?, directory = ?, environment = ?";

    static final String UPDATE = "UPDATE runs" + SET + " WHERE id = ?";

    /** Takes the same values as the insertions, and then the job's id and the run's. */
    static final String UPDATE_LAST = "UPDATE last_runs" + SET + ", id = ?, job_id = ?, job_name = ?, scheduled_at = ?, "
            + "started_by = ?, rerun_of = ?, stretch_from = ?, stretch_to = ?, stretch_count = ? WHERE job_id = ? AND id <= ?";

    /** How many columns that are. */
    static final int READ = 23;

    private static final int ID = 16;

    /** How many values an insertion takes. */
    static final int INSERTED = 24;

    private RunRows() {}

    static void bindInsert(PreparedStatement statement, Run run) throws SQLException {
        bindUpdate(statement, run);
        statement.setString(17, run.jobId());
        statement.setString(18, run.jobName());
        Columns.setInstant(statement, 19, run.stretch() == null ? run.scheduledAt() : null);
        statement.setString(20, run.trigger().name());
        Columns.setLong(statement, 21, run.rerunOf());
        Stretch stretch = run.stretch();
        Columns.setInstant(statement, 22, stretch == null ? null : stretch.from());
        Columns.setInstant(statement, 23, stretch == null ? null : stretch.to());
        Columns.setLong(statement, 24, stretch == null ? null : stretch.count());
    }

    static void bindUpdate(PreparedStatement statement, Run run) throws SQLException {
        statement.setString(1, run.state().name());
        bindReason(statement, 2, run.reason());
        Columns.setInstant(statement, 4, run.startedAt());
        Columns.setInstant(statement, 5, run.endedAt());
        Columns.setInstant(statement, 6, RunQuery.timeOf(run));
        Columns.setInteger(statement, 7, run.exitCode());
        statement.setInt(8, run.attempt());
        Columns.setInstant(statement, 9, run.retryAt());
        statement.setString(10, run.host());
        statement.setString(11, run.user());
        statement.setLong(12, run.outputBytes());
        Circumstances circumstances = run.circumstances();
        statement.setString(13, circumstances == null ? null : circumstances.command());
        statement.setString(14, circumstances == null ? null : circumstances.directory());
        statement.setString(15, circumstances == null ? null : circumstances.environment());
        statement.setLong(ID, run.id());
    }

    static void bindReason(PreparedStatement statement, int index, Reason reason) throws SQLException {
        statement.setString(index, reason == null ? null : reason.cause().name());
        statement.setString(index + 1, reason == null ? null : reason.detail());
    }

    static List<Run> readAll(PreparedStatement statement) throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                runs.add(read(rows));
            }
        }
        return runs;
    }

    /** The run of a row that begins with the {@link #COLUMNS}. */
    static Run read(ResultSet row) throws SQLException {
        Stretch stretch = stretch(row);
        Instant scheduledAt = stretch == null ? Columns.instant(row, 7) : stretch.from();
        return new Run(row.getLong(1), row.getString(2), row.getString(3), RunState.valueOf(row.getString(4)), reason(row, 5),
                scheduledAt, Columns.instant(row, 8), Columns.instant(row, 9), Columns.integerOrNull(row, 10), row.getInt(11),
                Columns.instant(row, 12), RunTrigger.valueOf(row.getString(13)), Columns.longOrNull(row, 14),
                row.getString(15), row.getString(16), row.getLong(17), stretch, circumstances(row));
    }

    private static Circumstances circumstances(ResultSet row) throws SQLException {
        String command = row.getString(21);
        String directory = row.getString(22);
        String environment = row.getString(23);
        return command == null && directory == null && environment == null ? null : new Circumstances(command, directory, environment);
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        Instant from = Columns.instant(row, 18);
        return from == null ? null : new Stretch(from, Columns.instant(row, 19), row.getLong(20));
    }

    private static Reason reason(ResultSet row, int index) throws SQLException {
        String cause = row.getString(index);
        return cause == null ? null : new Reason(Reason.Cause.valueOf(cause), row.getString(index + 1));
    }

    static Attempt readAttempt(ResultSet row) throws SQLException {
        return new Attempt(row.getLong(1), row.getInt(2), RunState.valueOf(row.getString(3)), reason(row, 4),
                Columns.instant(row, 6), Columns.instant(row, 7), Columns.integerOrNull(row, 8));
    }
}
