package org.carillon.log;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Walks through the lines of a log from its beginning, with a block of memory of its own, so that a search does not disturb those
 * who read pages. Goes on where it stopped when more has been written. Not thread-safe. Methods throw {@link LogException} if the
 * files cannot be read.
 */
public final class LineScan implements AutoCloseable {
    private static final int BLOCK = 1 << 20;
    private static final byte ESCAPE = 0x1b;

    private final Path file;
    private final FileBlock text;
    private final PieceIndex index;
    private final LineFinder finder;
    private final LineText lineText;
    private final Charset charset;
    /** For long lines, so that the block stays where the lines are walked through; null before the first one. */
    private FileBlock longText;
    private LineFinder.Line line;
    /** The present line, if it is long and is being looked at. */
    private LongLine reading;
    private long next;
    private long size;

    private LineScan(Path file, FileBlock text, PieceIndex index, Charset charset) {
        this.file = file;
        this.text = text;
        this.index = index;
        this.finder = new LineFinder(text, index, LineEnd.of(charset));
        this.lineText = new LineText(text, charset);
        this.charset = charset;
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
            reading = null;
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

    /** About how many bytes have been looked at, also within the present line if it is long. */
    public long reached() {
        return line == null ? next : line.start() + (reading == null ? 0 : reading.looked());
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

    /** Whether {@link #text} is only the beginning of the line's text. */
    public boolean isLong() {
        try {
            return lineText.isCut(line);
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /**
     * The line's text as a person reads it, whole and without escape sequences. That of a long line is read from the file while it is
     * looked at: it holds until the next line is gone to, and has as many letters as a text can have, which is more than two billion.
     *
     * @throws java.util.concurrent.CancellationException by this method and by the text, soon after it is cancelled
     */
    public CharSequence plain(BooleanSupplier cancelled) {
        return isLong() ? longLine(false, cancelled) : EscapeFilter.plain(text());
    }

    /** Whether the line's text has escape sequences; of other encodings than those with ASCII in them it may be said of more lines. */
    public boolean hasEscapes() {
        try {
            return isLong() ? text.find(ESCAPE, line.start(), line.end()) >= 0 : text().indexOf(ESCAPE) >= 0;
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }

    /** Gives out the line's text, whole, part by part. @param escapes with its escape sequences */
    public void copyTo(boolean escapes, Consumer<String> out) {
        if (isLong()) {
            longLine(escapes, () -> false).copyTo(out);
        } else {
            out.accept(escapes ? text() : EscapeFilter.plain(text()));
        }
    }

    /** So many letters of the line's plain text, or as many as there are, from that letter on. */
    public String part(long from, int most) {
        CharSequence plain = plain(() -> false);
        long skipped = from;
        if (plain instanceof LongLine longLine) {
            longLine.seek(from);
            skipped = 0;
        }
        return plain.subSequence((int) skipped, (int) Math.min(plain.length(), skipped + most)).toString();
    }

    private LongLine longLine(boolean escapes, BooleanSupplier cancelled) {
        try {
            if (longText == null) {
                longText = new FileBlock(file, LongLine.WINDOW);
            }
            reading = new LongLine(file, longText, charset, line.start(), lineText.printed(line), escapes, cancelled);
            reading.measure();
            return reading;
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
        try (text; FileBlock opened = longText) {
            index.close();
        } catch (IOException e) {
            throw new LogException("log.read", file, e);
        }
    }
}
