package org.carillon.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.Job;
import org.carillon.job.JobVersion;
import org.carillon.job.Origin;
import org.carillon.job.Saved;
import org.carillon.store.StoredJob;

/** The versions of a job, from its own row and from those of its older forms. */
final class VersionRows {
    private static final String COLUMNS = "definition, saved_at, saved_by, saved_from";
    private static final String FIND = "SELECT version AS number, " + COLUMNS + " FROM jobs WHERE id = ? UNION ALL SELECT number, "
            + COLUMNS + " FROM job_versions WHERE job_id = ? ORDER BY number DESC FETCH FIRST " + JobVersion.KEPT + " ROWS ONLY";

    private VersionRows() {}

    static List<JobVersion> find(Connection connection, String jobId) throws SQLException {
        List<JobVersion> versions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, jobId);
            statement.setString(2, jobId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.add(new JobVersion(rows.getInt(1), saved(rows), job(jobId, rows.getString(2))));
                }
            }
        }
        return versions;
    }

    private static Saved saved(ResultSet row) throws SQLException {
        Instant at = Columns.instant(row, 3);
        return at == null ? null : new Saved(at, row.getString(4), Origin.valueOf(row.getString(5)));
    }

    private static Job job(String id, String definition) {
        return switch (new JobRow(id, definition, null, 0).read()) {
            case StoredJob.Sound sound -> sound.job();
            case StoredJob.Broken _ -> null;
        };
    }
}
