package org.carillon.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.carillon.message.Message;

/**
 * Writes what a run prints, as it arrives. Whole lines are in the files when {@link #write} returns. A line that has not
 * ended waits a moment for its end, so that the two streams do not break each other's lines; after that moment, or when it
 * has grown to 64 KiB, what there is of it is written. Thread-safe.
 *
 * <p>A disk that fails does not fail the run: the failure is kept as {@link #problem()}, what cannot be written is dropped,
 * and each later piece is tried anew.
 */
public final class RunLogWriter implements AutoCloseable {
    private final Path file;
    private final Executor afterAMoment;
    private final Map<LogStream, PendingLine> pending = new EnumMap<>(LogStream.class);
    private LogFiles files;
    private Message problem;
    private boolean flushAsked;
    private long received;
    private boolean closed;

    /** @param afterAMoment runs a task some 100 ms later */
    RunLogWriter(Path file, Executor afterAMoment) {
        this.file = file;
        this.afterAMoment = afterAMoment;
        for (LogStream stream : LogStream.values()) {
            pending.put(stream, new PendingLine());
        }
        try {
            files = LogFiles.create(file);
        } catch (IOException e) {
            problem = Message.of("log.create", file, LogException.words(e));
        }
    }

    /** The file with the text. */
    public Path file() {
        return file;
    }

    /** How many bytes have arrived before it was closed, whether or not they could be written. */
    public synchronized long received() {
        return received;
    }

    /** The first failure to write, if there was one. */
    public synchronized Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    /** @param time when it arrived */
    public synchronized void write(LogStream stream, Instant time, byte[] bytes, int from, int count) {
        if (closed) {
            return;
        }
        received += count;
        PendingLine line = pending.get(stream);
        int end = from + count;
        int rest = from;
        int lastEnd = lastLineEnd(bytes, from, end);
        if (lastEnd >= 0) {
            put(new Piece(0, time, stream, false), line, bytes, from, lastEnd + 1 - from);
            rest = lastEnd + 1;
        }
        if (rest < end) {
            keepUnfinished(line, stream, time, bytes, rest, end - rest);
        }
    }

    private void keepUnfinished(PendingLine line, LogStream stream, Instant time, byte[] bytes, int from, int count) {
        if (line.fits(count)) {
            line.add(bytes, from, count, time);
            askForFlush();
        } else {
            put(new Piece(0, time, stream, true), line, bytes, from, count);
        }
    }

    /** Writes the lines that are not ended. */
    public synchronized void flush() {
        flushAsked = false;
        pending.forEach((stream, line) -> {
            if (line.length() > 0) {
                put(new Piece(0, line.time(), stream, true), line, line.bytes(), 0, 0);
            }
        });
    }

    private void askForFlush() {
        if (!flushAsked) {
            flushAsked = true;
            afterAMoment.execute(this::flush);
        }
    }

    /** Writes one piece: what was pending, and then more. */
    private void put(Piece piece, PendingLine line, byte[] bytes, int from, int count) {
        try {
            if (files != null) {
                files.append(piece, line, bytes, from, count);
            }
        } catch (IOException e) {
            if (problem == null) {
                problem = Message.of("log.write", file, LogException.words(e));
            }
        } finally {
            line.clear();
        }
    }

    private static int lastLineEnd(byte[] bytes, int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Writes what is pending, and closes the files. What arrives later is dropped. */
    @Override
    public synchronized void close() {
        flush();
        closed = true;
        if (files != null) {
            try {
                files.close();
            } catch (IOException e) {
                if (problem == null) {
                    problem = Message.of("log.write", file, LogException.words(e));
                }
            }
            files = null;
        }
    }
}
