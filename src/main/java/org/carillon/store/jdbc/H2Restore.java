package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.carillon.files.OwnerOnly;
import org.carillon.message.Message;
import org.carillon.store.DamagedStoreException;
import org.carillon.store.StoreException;

/**
 * Puts the newest backup that is whole in the place of a damaged store file, which is kept under another name. The store must not be
 * open. What a restored store says is old: whoever opens it settles what may have happened since, and then calls {@link #settled()}.
 */
public final class H2Restore {
    /** Room for runs of which no log tells. */
    private static final long SPARE_IDS = 10_000;

    private final Path dataDirectory;
    private final Path backups;
    private final RestoredFile place;

    public H2Restore(Path dataDirectory) {
        this(dataDirectory, dataDirectory.toAbsolutePath().resolve("backups"));
    }

    /** @param backups where the backups lie */
    public H2Restore(Path dataDirectory, Path backups) {
        this.backups = backups;
        this.dataDirectory = dataDirectory.toAbsolutePath();
        this.place = new RestoredFile(this.dataDirectory);
    }

    /**
     * @param highestRunId the highest id that a run is known to have had; new runs get higher ones
     * @param damage       what is wrong with the file
     * @throws StoreException if there is no backup that is whole, or a file could not be moved; then the damaged one is where it was
     */
    public Restoration restore(Instant now, long highestRunId, DamagedStoreException damage) {
        Path file = H2JobStore.file(dataDirectory).file();
        try {
            for (Map.Entry<Instant, Path> backup : new H2Backups(dataDirectory).in(backups, Duration.ofDays(1), BackupRotation.USUAL).existing().descendingMap().entrySet()) {
                if (UnpackedBackup.isWhole(backup.getValue(), place.unpacked(), highestRunId + SPARE_IDS)) {
                    Path kept = dataDirectory.resolve("carillon-damaged-" + H2Backups.STAMP.format(now) + ".mv.db");
                    place.replace(kept, "");
                    new DamageMark(file).remove();
                    return new Restoration(kept, backup.getValue(), backup.getKey(), damage.explanation());
                }
            }
        } catch (IOException e) {
            throw new StoreException(Message.of("store.restore.failed", file, String.valueOf(e.getMessage())), e);
        }
        throw new DamagedStoreException(Message.of("store.restore.none", damage.explanation(), dataDirectory.resolve("backups")), damage);
    }

    /**
     * Puts a backup that the person chose in the place of the store, which is whole and not open. The present one is kept under another
     * name, with its journal.
     *
     * @throws StoreException if the backup is not whole, or a file could not be moved; then the store is as it was
     */
    public Path restoreFrom(Path backup, Instant now, long highestRunId) {
        Path file = H2JobStore.file(dataDirectory).file();
        try {
            OwnerOnly.makeDirectory(dataDirectory.resolve("backups"));
            if (!UnpackedBackup.isWhole(backup, place.unpacked(), highestRunId + SPARE_IDS)) {
                throw new StoreException(Message.of("store.restore.notWhole", backup));
            }
            String stamp = H2Backups.STAMP.format(now);
            Path kept = dataDirectory.resolve("carillon-replaced-" + stamp + ".mv.db");
            place.replace(kept, stamp);
            return kept;
        } catch (IOException e) {
            throw new StoreException(Message.of("store.restore.failed", file, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Does the rest, if the program ended while it put a backup in the place of a store.
     *
     * @return whether there was anything to do
     * @throws StoreException if a file could not be moved
     */
    public boolean finishWhatWasBegun() {
        try {
            return place.finish();
        } catch (IOException e) {
            throw new StoreException(
                    Message.of("store.restore.failed", H2JobStore.file(dataDirectory).file(), String.valueOf(e.getMessage())), e);
        }
    }

    /** This store turned out to be that of an earlier time, as if it was restored. @throws StoreException if that cannot be written down */
    public void unsettle() {
        try {
            place.unsettle();
        } catch (IOException e) {
            throw new StoreException(Message.of("store.restore.failed", dataDirectory, String.valueOf(e.getMessage())), e);
        }
    }

    /** Whether this store was restored and what may have happened since its backup is not settled yet. */
    public boolean isUnsettled() {
        return place.isUnsettled();
    }

    /** What may have happened since its backup is settled. @throws StoreException if that cannot be written down */
    public void settled() {
        try {
            place.settled();
        } catch (IOException e) {
            throw new StoreException(Message.of("store.restore.failed", dataDirectory, String.valueOf(e.getMessage())), e);
        }
    }
}
