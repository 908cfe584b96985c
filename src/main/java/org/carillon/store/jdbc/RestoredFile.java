package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.carillon.files.OwnerOnly;
import org.carillon.store.journal.Journal;

/**
 * The moves that put an unpacked backup in the place of a store's file. Whenever they are cut off, either the old file is still
 * where it was, or a marker tells that there is a rest to do: never is there no file and nobody who knows.
 */
final class RestoredFile {
    private final Path dataDirectory;
    private final Path file;
    private final Path unpacked;
    /** Exists from before the first move until what may have happened since the backup is settled; holds how to name the journal. */
    private final Path marker;

    RestoredFile(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.file = H2JobStore.file(dataDirectory).file();
        this.unpacked = dataDirectory.resolve("backups").resolve("unpacked.mv.db");
        this.marker = dataDirectory.resolve("backups").resolve("restored");
    }

    /** Where a backup is unpacked, to be looked at and to be moved from: it is there only while it is whole. */
    Path unpacked() {
        return unpacked;
    }

    /**
     * Puts the unpacked backup in the file's place.
     *
     * @param kept  where the old file goes
     * @param stamp of the names under which the files of the journal are put aside; empty for a journal that stays
     */
    void replace(Path kept, String stamp) throws IOException {
        OwnerOnly.makeFile(marker);
        Files.writeString(marker, stamp);
        Files.move(file, kept);
        finish();
    }

    /**
     * Does what is left to do, if the old file is away and the backup not in its place; or forgets it all, if the old file was not even
     * moved.
     *
     * @return whether the backup is in its place now, and was not before
     */
    boolean finish() throws IOException {
        if (Files.exists(file) && Files.exists(marker) && Files.exists(unpacked)) {
            settled();
            Files.delete(unpacked);
            return false;
        }
        if (Files.exists(file) || Files.notExists(marker) || Files.notExists(unpacked)) {
            return false;
        }
        Journal.forgetPosition(dataDirectory);
        String stamp = Files.readString(marker);
        if (!stamp.isEmpty()) {
            putJournalAside(stamp);
        }
        Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** It would bring the store back to where it was. */
    private void putJournalAside(String stamp) throws IOException {
        try (DirectoryStream<Path> segments = Files.newDirectoryStream(dataDirectory, "carillon-*.journal")) {
            for (Path segment : segments) {
                Files.move(segment, segment.resolveSibling(segment.getFileName() + ".replaced-" + stamp));
            }
        }
    }

    void unsettle() throws IOException {
        OwnerOnly.makeDirectory(marker.getParent());
        OwnerOnly.makeFile(marker);
    }

    boolean isUnsettled() {
        return Files.exists(marker);
    }

    void settled() throws IOException {
        Files.deleteIfExists(marker);
    }
}
