package org.carillon.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.carillon.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data file in a backup. */
final class UnpackedBackup {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedBackup.class);

    private UnpackedBackup() {}

    /**
     * Unpacks a backup and reads all that is in it.
     *
     * @param unpacked    where to; afterwards there only if it is whole
     * @param leastLastId new runs get higher ids than this
     * @throws IOException if the unpacked file could not be made or deleted
     */
    static boolean isWhole(Path backup, Path unpacked, long leastLastId) throws IOException {
        Files.deleteIfExists(unpacked);
        OwnerOnly.makeFile(unpacked);
        boolean whole = false;
        try {
            whole = unpack(backup, unpacked) && isReadable(new H2File(unpacked), leastLastId);
        } catch (IOException | SQLException e) {
            LOG.warn("The backup {} is not whole", backup, e);
        } finally {
            if (!whole) {
                Files.deleteIfExists(unpacked);
            }
        }
        return whole;
    }

    private static boolean unpack(Path backup, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(backup); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                    OwnerOnly.restrict(target);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isReadable(H2File database, long leastLastId) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            WholeRead.of(connection);
            statement.executeUpdate("UPDATE scheduler SET last_run_id = GREATEST(last_run_id, " + leastLastId + ")");
            database.sync(connection);
            return true;
        }
    }
}
