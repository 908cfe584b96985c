package org.carillon.bench.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.carillon.job.JobJson;
import org.carillon.job.Run;
import org.carillon.store.Change;
import org.carillon.store.RunQuery;

/** Writes changes as rows, by prepared statements on one connection, and nothing else. */
final class BareWrites {
    private final Connection connection;
    private final PreparedStatement addJob;
    private final PreparedStatement plan;
    private final PreparedStatement addRun;
    private final PreparedStatement updateRun;
    private final PreparedStatement lastRunId;

    BareWrites(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        addJob = connection.prepareStatement("INSERT INTO jobs (id, definition, next_run, planned) VALUES (?, ?, ?, 0)");
        plan = connection.prepareStatement("UPDATE jobs SET next_run = ?, planned = ? WHERE id = ?");
        addRun = connection.prepareStatement("INSERT INTO runs (id, job_id, job_name, state, scheduled_at, happened_at, attempt,"
                + " started_by, output_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        updateRun = connection.prepareStatement("UPDATE runs SET state = ?, started_at = ?, ended_at = ?, happened_at = ?,"
                + " exit_code = ?, attempt = ?, host = ?, os_user = ?, output_bytes = ? WHERE id = ?");
        lastRunId = connection.prepareStatement("UPDATE scheduler SET last_run_id = ? WHERE id = 1 AND last_run_id < ?");
    }

    /** Each of these lists in a transaction of its own. */
    void commit(List<List<Change>> lists) throws SQLException {
        for (List<Change> changes : lists) {
            long newest = 0;
            for (Change change : changes) {
                write(change);
                newest = change instanceof Change.AddRun(var run) ? run.id() : newest;
            }
            if (newest > 0) {
                execute(lastRunId, newest, newest);
            }
            connection.commit();
        }
    }

    private void write(Change change) throws SQLException {
        switch (change) {
            case Change.AddJob(var job, var next, var _) -> execute(addJob, job.id(), JobJson.writeShort(job), time(next));
            case Change.Plan(var id, var next, var planned) -> execute(plan, time(next), planned, id);
            case Change.AddRun(var run) -> add(run);
            case Change.UpdateRun(var run) -> update(run);
            default -> throw new IllegalStateException("Not a change that due jobs lead to: " + change);
        }
    }

    private void add(Run run) throws SQLException {
        execute(addRun, run.id(), run.jobId(), run.jobName(), run.state().name(), time(run.scheduledAt()),
                time(RunQuery.timeOf(run)), run.attempt(), run.trigger().name(), run.outputBytes());
    }

    private void update(Run run) throws SQLException {
        execute(updateRun, run.state().name(), time(run.startedAt()), time(run.endedAt()), time(RunQuery.timeOf(run)),
                run.exitCode(), run.attempt(), run.host(), run.user(), run.outputBytes(), run.id());
    }

    private static Object time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static void execute(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
