package org.carillon.log;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Walks through the lines of a log from its beginning, with a block of memory of its own, so that a search does not disturb those
 * who read pages. Goes on where it stopped when more has been written. Not thread-safe. Methods throw {@link LogException} if the
 * files cannot be read.
 */
public final class LineScan implements AutoCloseable {
    /** In so many bytes of each line something can be looked for. */
    public static final int MOST_SEARCHED = 1 << 20;

    private static final int BLOCK = 1 << 20;

    private final Path file;
    private final FileBlock text;
    private final PieceIndex index;
    private final LineFinder finder;
    private final LineText lineText;
    private LineFinder.Line line;
    private long next;
    private long size;

    private LineScan(Path file, FileBlock text, PieceIndex index, Charset charset) {
        this.file = file;
        this.text = text;
        this.index = index;
        this.finder = new LineFinder(text, index, LineEnd.of(charset));
        this.lineText = new LineText(text, charset);
    }

    static LineScan open(Path file, Charset charset) {
        try {
            FileBlock text = new FileBlock(file, BLOCK);
            try {
                return new LineScan(file, text, PieceIndex.open(file), charset);
            } catch (IOException e) {
                text.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** Goes to the next line. A line that has not ended is not there yet, unless {@code alsoGrowing}. @return whether there is one */
    public boolean next(boolean alsoGrowing) {
        try {
            if (next >= size) {
                size = text.size();
            }
            if (next >= size) {
                return false;
            }
            LineFinder.Line found = finder.from(next, size);
            if (found.growing() && size < text.size()) {
                size = text.size();
                found = finder.from(next, size);
            }
            if (found.growing() && !alsoGrowing) {
                return false;
            }
            line = found;
            next = found.next();
            return true;
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** Goes on from another line. @param offset where a line begins */
    public void seek(long offset) {
        next = offset;
    }

    /** How many bytes have been walked through. */
    public long position() {
        return next;
    }

    /** How many bytes there are by now. */
    public long size() {
        try {
            return text.size();
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** Where the line begins. */
    public long offset() {
        return line.start();
    }

    public Instant time() {
        return line.first().time();
    }

    public LogStream stream() {
        return line.first().stream();
    }

    /** The line's text, as pages show it. */
    public String text() {
        try {
            return lineText.of(line);
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** The line's text in which something is looked for: as {@link #text}, but of a long line {@link #MOST_SEARCHED} bytes. */
    public String searched() {
        try {
            return lineText.longer(line, MOST_SEARCHED);
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** The line as pages hold it. */
    public LogLine line() {
        return new LogLine(offset(), time(), stream(), text(), !line.growing());
    }

    @Override
    public void close() {
        try (text) {
            index.close();
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }
}
