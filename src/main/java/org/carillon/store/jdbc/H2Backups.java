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
import org.carillon.store.StoreException;

/**
 * Rotated backups of the job store: {@code backups/carillon-<time in UTC>.zip} in the data directory, each holding the data
 * file as it was. One is made a day; those of the last seven days are kept, and beyond that the last of each of four weeks.
 * Only their owner can read them. One process at a time, and one thread.
 */
public final class H2Backups {
    private static final Duration EVERY = Duration.ofDays(1);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'carillon-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);

    private final Path dataDirectory;
    private final Path directory;

    public H2Backups(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.directory = dataDirectory.toAbsolutePath().resolve("backups");
    }

    /**
     * Makes a backup, unless there is one from less than a day before, and then deletes those that are not to be kept any
     * longer. The store may be open in this process and go on meanwhile; it must not be open in another one.
     *
     * @return the new backup, if one was made
     * @throws StoreException if it could not be made; then no older one was deleted
     */
    public Optional<Path> makeIfDue(Instant now) {
        try {
            OwnerOnly.makeDirectory(directory);
            TreeMap<Instant, Path> existing = existing();
            if (!existing.isEmpty() && existing.lastKey().isAfter(now.minus(EVERY)) && !existing.lastKey().isAfter(now)) {
                return Optional.empty();
            }
            Path made = make(now);
            existing.put(now, made);
            for (Path old : BackupRotation.toDelete(existing)) {
                Files.deleteIfExists(old);
            }
            return Optional.of(made);
        } catch (IOException | SQLException e) {
            throw new StoreException(Message.of("store.backup.failed", directory, String.valueOf(e.getMessage())), e);
        }
    }

    /** Under another name first, so that a backup with its proper name is whole. */
    private Path make(Instant now) throws SQLException, IOException {
        Path unfinished = directory.resolve("unfinished.zip");
        Files.deleteIfExists(unfinished);
        try (Connection connection = H2JobStore.file(dataDirectory).connect();
                PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
            backup.setString(1, unfinished.toString());
            backup.execute();
        }
        OwnerOnly.restrict(unfinished);
        return Files.move(unfinished, directory.resolve(NAME.format(now)), StandardCopyOption.ATOMIC_MOVE);
    }

    private TreeMap<Instant, Path> existing() throws IOException {
        TreeMap<Instant, Path> found = new TreeMap<>();
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
