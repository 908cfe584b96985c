package org.carillon.log;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.carillon.message.Message;

/**
 * Writes what a run prints, as it arrives. Whole lines are in the files when {@link #write} returns. A line that has not
 * ended waits a moment for its end, so that the two streams do not break each other's lines; after that moment, or when it
 * has grown to 64 KiB, what there is of it is written. Thread-safe.
 *
 * <p>The files are made when something is printed, so that a quiet run costs none. A disk that fails does not fail the run: the
 * failure is kept as {@link #problem()}, what cannot be written is dropped, and each later piece is tried anew.
 */
public final class RunLogWriter implements AutoCloseable {
    /** Null when what is printed is not kept. */
    private final Path file;
    private final Executor afterAMoment;
    private final Map<LogStream, PendingLine> pending = new EnumMap<>(LogStream.class);
    private final Map<LogStream, LineSplitter> splitters = new EnumMap<>(LogStream.class);
    /** Empty while nothing is to be hidden. */
    private final Map<LogStream, HiddenText> hidden = new EnumMap<>(LogStream.class);
    /** Null while nothing is being written. */
    private LogFiles files;
    private boolean written;
    private Message problem;
    private boolean flushAsked;
    private long received;
    /** When the newest piece came; null before the first one that was looked through. */
    private Instant lastTime;
    private boolean closed;

    /** @param afterAMoment runs a task some 100 ms later */
    RunLogWriter(Path file, Executor afterAMoment) {
        this.file = file;
        this.afterAMoment = afterAMoment;
        for (LogStream stream : LogStream.values()) {
            pending.put(stream, new PendingLine());
            splitters.put(stream, new LineSplitter());
        }
    }

    /** The file with the text; it is there once something was printed. Null when what is printed is not kept. */
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
        HiddenText hiding = hidden.get(stream);
        if (hiding == null) {
            accept(stream, time, bytes, from, count);
        } else {
            byte[] shown = hiding.take(bytes, from, count);
            accept(stream, time, shown, 0, shown.length);
            lastTime = time;
        }
    }

    /**
     * Has it leave out these texts from now on, and write three asterisks for each.
     *
     * @param charset what is printed is in it, or in UTF-8
     */
    public synchronized void hide(Collection<String> texts, Charset charset) {
        showHeld();
        List<byte[]> bytes = texts.stream().filter(text -> !text.isEmpty())
                .flatMap(text -> Stream.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(charset))).toList();
        for (LogStream stream : LogStream.values()) {
            hidden.put(stream, new HiddenText(bytes));
        }
    }

    /** Nothing more comes behind what was held back because it might have been hidden. */
    private void showHeld() {
        hidden.forEach((stream, hiding) -> {
            byte[] rest = hiding.rest();
            if (rest.length > 0) {
                accept(stream, lastTime, rest, 0, rest.length);
            }
        });
    }

    private void accept(LogStream stream, Instant time, byte[] bytes, int from, int count) {
        PendingLine line = pending.get(stream);
        int end = from + count;
        int rest = splitters.get(stream).behindLastEnd(bytes, from, end);
        if (rest > from) {
            put(new Piece(0, time, stream, false), line, bytes, from, rest - from);
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
            if (open()) {
                files.append(piece, line, bytes, from, count);
                written = true;
            }
        } catch (IOException e) {
            keep("log.write", e);
        } finally {
            line.clear();
        }
    }

    private boolean open() {
        if (files == null && file != null) {
            try {
                files = LogFiles.create(file);
            } catch (IOException e) {
                keep("log.create", e);
            }
        }
        return files != null;
    }

    private void keep(String key, IOException failure) {
        if (problem == null) {
            problem = Message.of(key, file, LogException.words(failure));
        }
    }

    /** Writes what is pending, and lets go of the files until something more is printed: between two attempts. */
    public synchronized void release() {
        letGo(false);
    }

    /** Writes what is pending, and writes down that all is there. What arrives later is dropped. */
    @Override
    public synchronized void close() {
        if (!closed) {
            letGo(true);
            closed = true;
        }
    }

    /** Whether it takes nothing more. */
    public synchronized boolean isClosed() {
        return closed;
    }

    private void letGo(boolean complete) {
        showHeld();
        flush();
        try {
            if (complete && written && open()) {
                files.complete();
            }
            if (files != null) {
                files.close();
            }
        } catch (IOException e) {
            keep("log.write", e);
        } finally {
            files = null;
        }
    }
}
