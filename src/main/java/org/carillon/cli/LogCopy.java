package org.carillon.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.carillon.log.EscapeFilter;
import org.carillon.log.RunLogs;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.IoReasons;

/** Copies a run's log to a stream as it grows: the bytes that were printed, with their colours only for a terminal. Not thread-safe. */
final class LogCopy implements LogOutput {
    private static final int BLOCK = 1 << 16;

    private final RunLogs logs;
    private final long runId;
    private final PrintStream out;
    /** Null where colours are wanted. */
    private final EscapeFilter filter;
    private Path file;
    private long copied;

    LogCopy(RunLogs logs, long runId, Terminal terminal) {
        this.logs = logs;
        this.runId = runId;
        this.out = terminal.out();
        this.filter = terminal.colours() ? null : new EscapeFilter();
    }

    /** Leaves out what stands before that offset. */
    void skipTo(long offset) {
        copied = offset;
    }

    @Override
    public boolean copyNew() {
        if (file == null) {
            file = logs.find(runId).orElse(null);
            if (file == null) {
                return false;
            }
        }
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            in.skipNBytes(Math.min(copied, in.getChannel().size()));
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                copied += count;
                out.write(block, 0, filter == null ? count : filter.filter(block, count));
            }
            out.flush();
            return true;
        } catch (IOException e) {
            throw new DirectoryException(Message.of("cli.log.unreadable", file.toString(), IoReasons.words(e)), e);
        }
    }
}
