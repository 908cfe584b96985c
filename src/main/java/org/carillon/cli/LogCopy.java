package org.carillon.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.carillon.log.EscapeFilter;
import org.carillon.log.TextDecoder;
import org.carillon.message.Message;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.IoReasons;

/**
 * Copies a run's log to a stream as it grows: the bytes that were printed, or what they say if they are not UTF-8, with their colours
 * only for a terminal. Not thread-safe.
 */
final class LogCopy implements LogOutput {
    private static final int BLOCK = 1 << 16;

    private final LogReading log;
    private final PrintStream out;
    /** Null where colours are wanted. */
    private final EscapeFilter filter;
    /** Null while bytes are copied. */
    private TextDecoder decoder;
    private Path file;
    private long copied;

    LogCopy(LogReading log, Terminal terminal) {
        this.log = log;
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
            file = log.file().orElse(null);
            if (file == null) {
                return false;
            }
        }
        if (decoder == null && !log.encoding().equals(StandardCharsets.UTF_8)) {
            decoder = new TextDecoder(log.encoding(), filter);
        }
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            in.skipNBytes(Math.min(copied, in.getChannel().size()));
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                copied += count;
                if (decoder == null) {
                    out.write(block, 0, filter == null ? count : filter.filter(block, count));
                } else {
                    out.print(decoder.decode(block, count));
                }
            }
            out.flush();
            return true;
        } catch (IOException e) {
            throw new DirectoryException(Message.of("cli.log.unreadable", file.toString(), IoReasons.words(e)), e);
        }
    }
}
