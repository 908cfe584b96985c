package org.carillon.log;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The logs of all runs: {@code YYYY-MM-DD/<run>.log} and {@code .idx} under one directory, by the day (UTC) on which a run
 * started. Only their owner can read them. Logs can be read while they are written, by this or another process, and without
 * the job store. Thread-safe.
 */
public final class RunLogs {
    private static final Executor AFTER_A_MOMENT = CompletableFuture.delayedExecutor(
            100, TimeUnit.MILLISECONDS, task -> Thread.ofVirtual().name("carillon-log-flush").start(task));

    /** Null when nothing is kept. */
    private final Path directory;
    private final Executor afterAMoment;

    /** @param directory is made when the first log is */
    public RunLogs(Path directory) {
        this(directory, AFTER_A_MOMENT);
    }

    RunLogs(Path directory, Executor afterAMoment) {
        this.directory = directory == null ? null : directory.toAbsolutePath();
        this.afterAMoment = afterAMoment;
    }

    /** Logs of which nothing is kept: whatever runs print is only counted. */
    public static RunLogs none() {
        return new RunLogs(null, AFTER_A_MOMENT);
    }

    /** Where they are; null when nothing is kept. */
    public Path directory() {
        return directory;
    }

    /**
     * What writes a run's log; its files are made when something is printed. Never throws: a log that cannot be written says so as
     * its {@link RunLogWriter#problem()}.
     */
    public RunLogWriter create(long runId, Instant startedAt) {
        if (directory == null) {
            return new RunLogWriter(null, afterAMoment);
        }
        Path day = directory.resolve(startedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return new RunLogWriter(day.resolve(runId + ".log"), afterAMoment);
    }

    /** The log of a run, in the encoding that it looks like: UTF-8, GBK, UTF-16 or Latin-1; empty if there is none. */
    public Optional<RunLogReader> openGuessing(long runId) {
        return find(runId).map(file -> RunLogReader.open(file, null));
    }

    /** The same with little memory, for when many are open. @param charset null to guess it */
    public Optional<RunLogReader> openSmall(long runId, Charset charset) {
        return find(runId).map(file -> RunLogReader.open(file, charset, RunLogReader.SMALL_BLOCK));
    }

    /** The log of a run, read as UTF-8; empty if there is none. */
    public Optional<RunLogReader> open(long runId) {
        return open(runId, StandardCharsets.UTF_8);
    }

    /**
     * The log of a run; empty if there is none. Bytes that are not text in that encoding are shown as replacement characters.
     *
     * @throws LogException if it cannot be read
     */
    public Optional<RunLogReader> open(long runId, Charset charset) {
        return find(runId).map(file -> RunLogReader.open(file, charset));
    }

    /** Where the text of a run's log is; empty if it has none. */
    public Optional<Path> find(long runId) {
        return days().stream().map(day -> day.resolve(runId + ".log")).filter(Files::exists).findFirst();
    }

    /**
     * Whether all is there that the run has printed; false while it goes on, for ever if its writer was killed, and for a run without
     * a log, as one that has printed nothing.
     *
     * @throws LogException if it cannot be read
     */
    public boolean isComplete(long runId) {
        Optional<Path> file = find(runId);
        try {
            return file.isPresent() && LogFiles.isComplete(file.get());
        } catch (IOException e) {
            throw new LogException("log.read", file.get(), e);
        }
    }

    /** When something was last written to a run's log; empty if it has none. @throws LogException if that cannot be told */
    public Optional<Instant> lastWritten(long runId) {
        return find(runId).map(file -> {
            try {
                return Files.getLastModifiedTime(file).toInstant();
            } catch (IOException e) {
                throw new LogException("log.read", file, e);
            }
        });
    }

    /**
     * Deletes the log of a run, and its day's directory if that was the last one in it. Nothing happens if there is none.
     *
     * @throws LogException if it cannot be deleted
     */
    public void delete(long runId) {
        for (Optional<Path> found = find(runId); found.isPresent(); found = find(runId)) {
            Path file = found.get();
            try {
                Files.deleteIfExists(LogFiles.indexOf(file));
                Files.deleteIfExists(file);
                deleteIfEmpty(file.getParent());
            } catch (IOException e) {
                throw new LogException("log.delete", file, e);
            }
        }
    }

    private static void deleteIfEmpty(Path day) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(day)) {
            if (entries.iterator().hasNext()) {
                return;
            }
        }
        Files.deleteIfExists(day);
    }

    /** The highest id of a run that has a log; 0 for none. Looks at all of them. @throws LogException if they cannot be listed */
    public long highestId() {
        long highest = 0;
        for (Path day : days()) {
            try (DirectoryStream<Path> logs = Files.newDirectoryStream(day, "*.log")) {
                for (Path log : logs) {
                    String name = log.getFileName().toString();
                    String id = name.substring(0, name.length() - ".log".length());
                    highest = id.matches("[0-9]{1,18}") ? Math.max(highest, Long.parseLong(id)) : highest;
                }
            } catch (IOException e) {
                throw new LogException("log.read", day, e);
            }
        }
        return highest;
    }

    /** How many bytes each run's log holds, its index among them; the oldest run first. @throws LogException if they cannot be listed */
    public SortedMap<Long, Long> sizes() {
        SortedMap<Long, Long> sizes = new TreeMap<>();
        for (Path day : days()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(day, "*.{log,idx}")) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    String id = name.substring(0, name.lastIndexOf('.'));
                    if (id.matches("[0-9]{1,18}")) {
                        sizes.merge(Long.parseLong(id), file.toFile().length(), Long::sum);
                    }
                }
            } catch (IOException e) {
                throw new LogException("log.read", day, e);
            }
        }
        return sizes;
    }

    /** The directories of the days, newest first: most runs that are looked for are new. */
    private List<Path> days() {
        List<Path> days = new ArrayList<>();
        if (directory != null && Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "????-??-??")) {
                entries.forEach(days::add);
            } catch (IOException e) {
                throw new LogException("log.read", directory, e);
            }
        }
        days.sort(Comparator.reverseOrder());
        return days;
    }
}
