package org.carillon.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.carillon.log.RunLogs;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.IoReasons;

/** Copies a run's log to a stream as it grows, exactly the bytes. Not thread-safe. */
final class LogCopy {
    private static final int BLOCK = 1 << 16;

    private final RunLogs logs;
    private final long runId;
    private final PrintStream out;
    private Path file;
    private long copied;

    LogCopy(RunLogs logs, long runId, PrintStream out) {
        this.logs = logs;
        this.runId = runId;
        this.out = out;
    }

    /** Copies what has come since. @return whether there is a log at all */
    boolean copyNew() {
        if (file == null) {
            file = logs.find(runId).orElse(null);
            if (file == null) {
                return false;
            }
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            for (int count = channel.read(block, copied); count > 0; count = channel.read(block.clear(), copied)) {
                out.write(block.array(), 0, count);
                copied += count;
            }
            out.flush();
            return true;
        } catch (IOException e) {
            throw new DirectoryException(Message.of("cli.log.unreadable", file.toString(), IoReasons.words(e)), e);
        }
    }
}
