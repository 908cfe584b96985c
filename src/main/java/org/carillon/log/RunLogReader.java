package org.carillon.log;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the log of one run, page by page, also while it is written. A page costs what it holds, however long the log is.
 * Thread-safe. Methods throw {@link LogException} if the files cannot be read.
 */
public final class RunLogReader implements AutoCloseable {
    private static final int BLOCK = 256 * 1024;

    private final Path file;
    private final FileBlock text;
    private final PieceIndex index;
    private final LineFinder finder;
    private final LineText lineText;

    private RunLogReader(Path file, FileBlock text, PieceIndex index, Charset charset) {
        this.file = file;
        this.text = text;
        this.index = index;
        this.finder = new LineFinder(text, index);
        this.lineText = new LineText(text, charset);
    }

    static RunLogReader open(Path file, Charset charset) {
        try {
            FileBlock text = new FileBlock(file, BLOCK);
            try {
                return new RunLogReader(file, text, PieceIndex.open(file), charset);
            } catch (IOException e) {
                text.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** The file with the text: exactly the bytes that were printed. */
    public Path file() {
        return file;
    }

    /** How many bytes there are by now. */
    public synchronized long size() {
        try {
            return text.size();
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** The lines from that offset on, which is 0 or was given by a page. */
    public synchronized LogPage read(long fromOffset, int maxLines) {
        try {
            return forward(fromOffset, maxLines, text.size());
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** The last lines that begin before that offset, which is {@link #size()} or was given by a page. */
    public synchronized LogPage readBefore(long offset, int maxLines) {
        try {
            long size = text.size();
            Deque<Long> starts = new ArrayDeque<>();
            for (long start = Math.min(offset, size); start > 0 && starts.size() < maxLines; starts.push(start)) {
                start = finder.startBefore(start, size);
            }
            return starts.isEmpty() ? new LogPage(List.of(), offset, offset) : forward(starts.peek(), starts.size(), size);
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** The last lines. */
    public LogPage tail(int maxLines) {
        return readBefore(Long.MAX_VALUE, maxLines);
    }

    private LogPage forward(long from, int maxLines, long size) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        long next = from;
        while (lines.size() < maxLines && next < size) {
            LineFinder.Line line = finder.from(next, size);
            lines.add(new LogLine(line.start(), line.first().time(), line.first().stream(), lineText.of(line), !line.growing()));
            if (line.growing()) {
                break;
            }
            next = line.next();
        }
        return new LogPage(lines, from, next);
    }

    @Override
    public synchronized void close() {
        try (text) {
            index.close();
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }
}
