package org.carillon.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Backups of the job store.
 *
 * @param directory where they lie, absolute; null for {@code backups} in the data directory
 * @param every     how often one is made, at least an hour
 * @param days      of how many days the last one is kept, at least 1
 * @param weeks     and of how many weeks, 0 for none
 */
public record Backups(Path directory, Duration every, int days, int weeks) {
    public static final Duration LEAST = Duration.ofHours(1);
    public static final int MOST = 1000;
    public static final Backups USUAL = new Backups(null, Duration.ofDays(1), 7, 4);

    public Backups {
        if (directory != null && !directory.isAbsolute()) {
            throw new IllegalArgumentException("directory " + directory);
        }
        if (every.compareTo(LEAST) < 0 || days < 1 || days > MOST || weeks < 0 || weeks > MOST) {
            throw new IllegalArgumentException("every " + every + ", days " + days + ", weeks " + weeks);
        }
    }

    /** Where they lie for that data directory. */
    public Path in(DataDirectory data) {
        return directory == null ? data.backups() : directory;
    }
}
