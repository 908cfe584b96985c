package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.TreeMap;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;

/**
 * Rotated backups of the job store: {@code backups/carillon-<time in UTC>.zip} in the data directory, each holding the data
 * file as it was. One is made a day; those of the last seven days are kept, and beyond that the last of each of four weeks.
 * Only their owner can read them. One process at a time, and one thread.
 */
public final class H2Backups {
    /** How times are written in names of files. */
    static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'carillon-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);

    private final Path dataDirectory;
    private final Path directory;
    private final Duration every;
    private final BackupRotation rotation;
    private final Runnable before;

    /** Of a store that is not open. */
    public H2Backups(Path dataDirectory) {
        this(dataDirectory, () -> {});
    }

    /** @param open the store of that directory: all that it has committed when a backup begins is in it */
    public H2Backups(Path dataDirectory, JobStore open) {
        this(dataDirectory, open::awaitBackupComplete);
    }

    private H2Backups(Path dataDirectory, Runnable before) {
        this(dataDirectory, before, dataDirectory.toAbsolutePath().resolve("backups"), Duration.ofDays(1), BackupRotation.USUAL);
    }

    private H2Backups(Path dataDirectory, Runnable before, Path directory, Duration every, BackupRotation rotation) {
        this.before = before;
        this.dataDirectory = dataDirectory;
        this.directory = directory;
        this.every = every;
        this.rotation = rotation;
    }

    /**
     * The same, but kept elsewhere and otherwise.
     *
     * @param other  where they lie
     * @param period how often one is made
     * @param keep   which are kept
     */
    public H2Backups in(Path other, Duration period, BackupRotation keep) {
        return new H2Backups(dataDirectory, before, other, period, keep);
    }

    /**
     * Makes a backup, unless there is one from less than a day before, and then deletes those that are not to be kept any
     * longer. The store may go on meanwhile; it must not be open in another process.
     *
     * @return the new backup, if one was made
     * @throws StoreException if it could not be made; then no older one was deleted
     */
    public Optional<Path> makeIfDue(Instant now) {
        TreeMap<Instant, Path> existing = list();
        if (!existing.isEmpty() && existing.lastKey().isAfter(now.minus(every)) && !existing.lastKey().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(makeNow(now));
    }

    /** Those that there are, by when they were made. @throws StoreException if they cannot be listed */
    public TreeMap<Instant, Path> list() {
        try {
            return existing();
        } catch (IOException e) {
            throw new StoreException(Message.of("store.backup.failed", directory, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Makes one however new the last one is; else as {@link #makeIfDue}.
     *
     * @throws DamagedStoreException if the backup is not whole, and so the store is not; then it was not kept, and no older one deleted
     */
    public Path makeNow(Instant now) {
        try {
            OwnerOnly.makeDirectory(directory);
            TreeMap<Instant, Path> existing = existing();
            Path made = keepWhole(copy(), directory.resolve(NAME.format(now)));
            existing.put(now, made);
            for (Path old : rotation.toDelete(existing)) {
                Files.deleteIfExists(old);
            }
            return made;
        } catch (IOException | SQLException e) {
            throw new StoreException(Message.of("store.backup.failed", directory, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Keeps the store as it is before its tables are changed for a newer program: {@code before-upgrade-from-<version>.zip}, with a
     * number behind it where an earlier upgrade left one. No rotation deletes it.
     *
     * @throws SQLException if it could not be made
     */
    Path keepBeforeUpgrade(int version) throws SQLException, IOException {
        OwnerOnly.makeDirectory(directory);
        String name = "before-upgrade-from-" + version;
        Path kept = directory.resolve(name + ".zip");
        for (int number = 2; Files.exists(kept); number++) {
            kept = directory.resolve(name + "-" + number + ".zip");
        }
        return Files.move(copy(), kept, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A copy of a file that is damaged somewhere is not worth the older one that it would replace. */
    private Path keepWhole(Path copy, Path target) throws IOException {
        Path unpacked = directory.resolve("unfinished.mv.db");
        if (!UnpackedBackup.isWhole(copy, unpacked, 0)) {
            Files.delete(copy);
            Path file = H2JobStore.file(dataDirectory).file();
            new DamageMark(file).put();
            throw new DamagedStoreException(Message.of("store.backup.notWhole", file));
        }
        Files.delete(unpacked);
        return Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Under another name first, so that a backup with its proper name is whole. */
    private Path copy() throws SQLException, IOException {
        Path unfinished = directory.resolve("unfinished.zip");
        Files.deleteIfExists(unfinished);
        before.run();
        try (Connection connection = H2JobStore.file(dataDirectory).connect();
                PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
            backup.setString(1, unfinished.toString());
            backup.execute();
        }
        OwnerOnly.restrict(unfinished);
        return unfinished;
    }

    /** Those that there are, by when they were made. */
    TreeMap<Instant, Path> existing() throws IOException {
        TreeMap<Instant, Path> found = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "carillon-*.zip")) {
            for (Path file : files) {
                try {
                    found.put(Instant.from(NAME.parse(file.getFileName().toString())), file);
                } catch (DateTimeParseException _) {
                    // A file of somebody else, which is not ours to rotate.
                }
            }
        }
        return found;
    }
}
