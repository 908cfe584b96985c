package org.carillon.log;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.carillon.log.LineFinder.Line;

/**
 * Reads the log of one run, page by page, also while it is written. A page costs what it holds, however long the log is.
 * Thread-safe. Methods throw {@link LogException} if the files cannot be read.
 */
public final class RunLogReader implements AutoCloseable {
    private static final int BLOCK = 256 * 1024;
    /** For lines that stand far apart. */
    static final int SMALL_BLOCK = 16 * 1024;

    private interface Reading<T> {
        T read() throws IOException;
    }

    private final Path file;
    private final FileBlock text;
    private final PieceIndex index;
    private Charset charset;
    /** Whether the encoding is still to be guessed, because there has been nothing but ASCII. */
    private boolean guessing;
    private LineFinder finder;
    private LineText lineText;

    private RunLogReader(Path file, FileBlock text, PieceIndex index) {
        this.file = file;
        this.text = text;
        this.index = index;
    }

    /** @param charset null to guess it */
    static RunLogReader open(Path file, Charset charset, int blockSize) {
        try {
            FileBlock text = new FileBlock(file, blockSize);
            try {
                RunLogReader reader = new RunLogReader(file, text, PieceIndex.open(file));
                reader.decodeAs(charset == null ? StandardCharsets.UTF_8 : charset);
                reader.guessing = charset == null;
                reader.guess(0, text.size());
                reader.guess(Math.max(0, text.size() - blockSize), text.size());
                return reader;
            } catch (IOException e) {
                text.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    static RunLogReader open(Path file, Charset charset) {
        return open(file, charset, BLOCK);
    }

    private void decodeAs(Charset encoding) {
        charset = encoding;
        finder = new LineFinder(text, index, LineEnd.of(encoding));
        lineText = new LineText(text, encoding);
    }

    /** Looks at that part of the text, or as much as fits the block. @return whether it is now to be decoded otherwise */
    private boolean guess(long from, long to) throws IOException {
        if (!guessing || to <= from) {
            return false;
        }
        int count = text.load(from, (int) Math.min(to - from, text.block().length));
        int first = text.index(from);
        Optional<Charset> guess = EncodingGuess.of(text.block(), first, first + count);
        guessing = guess.isEmpty();
        boolean other = guess.isPresent() && !guess.get().equals(charset);
        guess.ifPresent(this::decodeAs);
        return other;
    }

    private synchronized <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** The file with the text: exactly the bytes that were printed. */
    public Path file() {
        return file;
    }

    /** In which encoding it is read; a guess may become another one when there is something to guess from. */
    public synchronized Charset encoding() {
        return charset;
    }

    /** How many bytes there are by now. */
    public long size() {
        return reading(text::size);
    }

    /** The lines from that offset on, which is 0 or was given by a page. */
    public LogPage read(long fromOffset, int maxLines) {
        return reading(() -> forward(fromOffset, maxLines, text.size()));
    }

    /** The last lines that begin before that offset, which is {@link #size()} or was given by a page. */
    public LogPage readBefore(long offset, int maxLines) {
        return reading(() -> {
            long size = text.size();
            Deque<Long> starts = new ArrayDeque<>();
            for (long start = Math.min(offset, size); start > 0 && starts.size() < maxLines; starts.push(start)) {
                start = finder.startBefore(start, size);
            }
            return starts.isEmpty() ? new LogPage(List.of(), offset, offset) : forward(starts.peek(), starts.size(), size);
        });
    }

    /** The last lines. */
    public LogPage tail(int maxLines) {
        return readBefore(Long.MAX_VALUE, maxLines);
    }

    /** Where the line begins that holds the byte at that position; any position will do. */
    public long lineAt(long position) {
        int unit = LineEnd.of(encoding()).bytes();
        return reading(() -> position <= 0 ? 0 : finder.startBefore(Math.min(position / unit * unit + unit, text.size()), text.size()));
    }

    /** Where the line begins in which output is that arrived at or after that time; the end if there is none. */
    public long lineAt(Instant time) {
        return reading(() -> {
            long offset = index.firstAt(time, text.size());
            return offset <= 0 || offset >= text.size() ? Math.max(0, offset) : finder.startBefore(offset + 1, text.size());
        });
    }

    /** Where the first output to the error stream begins; empty if there is none. */
    public Optional<Long> firstError() {
        return reading(() -> {
            long offset = index.firstError(text.size());
            return offset < 0 ? Optional.empty() : Optional.of(offset);
        });
    }

    /** As much of a line as fits that many bytes, as it is in the file, with the blanks at its beginning and its end. @param offset where the line begins */
    public String whole(long offset, int mostBytes) {
        return reading(() -> lineText.whole(finder.from(offset, text.size()), mostBytes));
    }

    /** Walks through all lines, in the encoding of this reader. */
    public LineScan scan() {
        return LineScan.open(file, encoding());
    }

    private LogPage forward(long from, int maxLines, long size) throws IOException {
        LogPage page = decode(from, maxLines, size);
        return guess(page.from(), Math.max(page.next(), page.lines().isEmpty() ? from : size)) ? decode(from, maxLines, size) : page;
    }

    private LogPage decode(long from, int maxLines, long size) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        long next = from;
        while (lines.size() < maxLines && next < size) {
            Line line = finder.from(next, size);
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
