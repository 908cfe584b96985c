package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.carillon.store.journal.Journal;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The default job store: one H2 file in the data directory. */
public final class H2JobStore {
    private static final String FILE = "carillon.mv.db";
    private static final Logger LOG = LoggerFactory.getLogger(H2JobStore.class);
    private static final String UNFINISHED = "carillon.new.mv.db";

    private H2JobStore() {}

    /**
     * Opens the job store of a data directory, and makes it if there is none; a backup that was being put in its place is put there first. Only the owner can read its file. Tables of an older
     * program are brought up to date, after a backup that is kept for good. A file in which damage was seen when it was open last is
     * read as a whole first.
     *
     * @param dataDirectory exists and can be written
     * @throws StoreException if the file is in use by another process, damaged, written by a newer program, or if it or its
     *                        directory cannot be written
     */
    public static JobStore open(Path dataDirectory) {
        return open(dataDirectory, lost -> {});
    }

    /**
     * The same, for one who wants to know of lost changes.
     *
     * @param onLoss hears of it, if what the store said to have on disk is not all there
     */
    public static JobStore open(Path dataDirectory, Consumer<LostChanges> onLoss) {
        H2File database = file(dataDirectory);
        try {
            if (Files.notExists(database.file()) && !new H2Restore(dataDirectory).finishWhatWasBegun()) {
                create(database.file());
            }
            // H2 would open it, and refuse the first change.
            if (!Files.isWritable(database.file())) {
                throw new StoreException(Message.of("store.h2.notWritable", database.file(), Message.of("store.h2.readOnly")));
            }
            OwnerOnly.makeFile(database.file());
            return open(database, onLoss);
        } catch (SQLException e) {
            throw database.explain(e);
        } catch (IOException e) {
            throw database.explain(new SQLException(e));
        }
    }

    /** The data file of a data directory. */
    static H2File file(Path dataDirectory) {
        return new H2File(dataDirectory.resolve(FILE));
    }

    /**
     * Makes the tables under another name first, so that a file without tables is never one that was not finished: H2 takes
     * a file in which it finds nothing of its own for a new one, and it must not be mistaken for that.
     */
    private static void create(Path file) throws SQLException, IOException {
        Journal.forgetPosition(file.getParent());
        H2File unfinished = new H2File(file.resolveSibling(UNFINISHED));
        Files.deleteIfExists(unfinished.file());
        OwnerOnly.makeFile(unfinished.file());
        try (Connection connection = unfinished.connect()) {
            migrate(unfinished);
            unfinished.sync(connection);
        }
        Files.move(unfinished.file(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static JobStore open(H2File database, Consumer<LostChanges> onLoss) throws SQLException, IOException {
        Connection connection = database.connect();
        boolean opened = false;
        try {
            readWhatSeemedDamaged(database, connection);
            bringUpToDate(database, connection);
            JobStore store = new JdbcJobStore(database, new Journal(database.file().getParent()), onLoss, connection);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** Damage that was seen while the store was open may be in a page that nothing here reads. */
    private static void readWhatSeemedDamaged(H2File database, Connection connection) throws SQLException, IOException {
        DamageMark mark = new DamageMark(database.file());
        if (mark.isThere()) {
            WholeRead.of(connection);
            mark.remove();
        }
    }

    private static void bringUpToDate(H2File database, Connection connection) throws SQLException {
        int version = Schema.version(connection);
        if (version == 0) {
            throw new DamagedStoreException(Message.of("store.h2.damaged", database.file(), Message.of("store.h2.noTables")));
        }
        if (version > Schema.known()) {
            throw new StoreException(Message.of("store.h2.newer", database.file(),
                    Integer.toString(version), Integer.toString(Schema.known())));
        }
        if (version < Schema.known()) {
            keep(database, version);
            migrate(database);
        }
    }

    private static void keep(H2File database, int version) throws SQLException {
        Path directory = database.file().getParent();
        try {
            Path kept = new H2Backups(directory).keepBeforeUpgrade(version);
            LOG.info("The tables are brought from version {} to {}; the store as it was is kept as {}", version, Schema.known(), kept);
        } catch (IOException e) {
            throw new StoreException(Message.of("store.backup.failed", directory, String.valueOf(e.getMessage())), e);
        }
    }

    private static void migrate(H2File database) {
        try {
            Schema.migrate(database.source());
        } catch (FlywayException e) {
            throw new StoreException(Message.of("store.h2.migration", database.file(), e.getMessage()), e);
        }
    }
}
