package org.carillon.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.carillon.files.OwnerOnly;
import org.carillon.job.JsonTimes;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;

/**
 * Says in the program's log that a data directory is not used, because others could have changed it. Whoever can write there could have
 * put a link in the log's place: none is followed, and a log that others can write is left alone.
 */
final class RefusedDirectory {
    private static final Set<OpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

    private RefusedDirectory() {}

    /** If it cannot be said there, the exception says so too. */
    static void tell(DataDirectory directory, DirectoryException why) {
        Path log = directory.programLog();
        try {
            if (!Files.isDirectory(directory.root()) || !isOurs(log)) {
                return;
            }
            String line = JsonTimes.write(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneId.systemDefault())
                    + " WARN  [main] The data directory is refused: " + why.explanation().in(Language.ENGLISH) + "\n";
            try (FileChannel channel = FileChannel.open(log, APPENDING, OwnerOnly.fileAttributes(log))) {
                channel.write(StandardCharsets.UTF_8.encode(line));
            }
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static boolean isOurs(Path log) throws IOException {
        return !Files.exists(log, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS) && OwnerOnly.holdsFor(log);
    }
}
