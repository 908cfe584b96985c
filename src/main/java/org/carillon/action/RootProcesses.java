package org.carillon.action;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.carillon.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that runs began with: a small file for each run that goes on, which is gone when the run has ended. By them a scheduler
 * that starts again finds also what has no mark, because a command gave its processes another environment. They are not synced: what they
 * tell of ends with the machine. Thread-safe.
 */
public final class RootProcesses {
    /** Nothing is written down. */
    public static final RootProcesses NONE = new RootProcesses(null);
    private static final Logger LOG = LoggerFactory.getLogger(RootProcesses.class);

    private final Path directory;

    private RootProcesses(Path directory) {
        this.directory = directory;
    }

    /** @param directory is made when it is needed; nothing else is in it */
    public static RootProcesses in(Path directory) {
        return ProcessTree.ON_LINUX ? new RootProcesses(directory) : NONE;
    }

    /** That run began with that process. A failure is only logged: the run goes on, and its mark tells of it too. */
    void began(long runId, long pid) {
        if (directory == null) {
            return;
        }
        try {
            RootProcess root = RootProcess.of(pid);
            if (root != null) {
                OwnerOnly.makeDirectory(directory);
                OwnerOnly.makeFile(file(runId));
                Files.writeString(file(runId), root.text());
            }
        } catch (IOException e) {
            LOG.warn("It could not be noted which process run {} began with: {}", runId, e.toString());
        }
    }

    /** That run has ended, or nobody looks for its processes any more. */
    public void ended(long runId) {
        if (directory == null || Files.notExists(file(runId))) {
            return;
        }
        try {
            Files.deleteIfExists(file(runId));
        } catch (IOException e) {
            LOG.warn("What was noted of the processes of run {} could not be deleted: {}", runId, e.toString());
        }
    }

    /** The runs of which a process is written down, whether or not there still is one. */
    public Set<Long> runs() {
        Set<Long> runs = new HashSet<>();
        if (directory == null || !Files.isDirectory(directory)) {
            return runs;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "[0-9]*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.matches("[0-9]{1,18}")) {
                    runs.add(Long.valueOf(name));
                }
            }
        } catch (IOException e) {
            LOG.warn("Cannot list {}", directory, e);
        }
        return runs;
    }

    /** Null if none is written down, or nothing that can be read. */
    RootProcess of(long runId) {
        try {
            return directory == null || !Files.exists(file(runId)) ? null : RootProcess.parse(Files.readString(file(runId)));
        } catch (IOException e) {
            return null;
        }
    }

    private Path file(long runId) {
        return directory.resolve(Long.toString(runId));
    }
}
