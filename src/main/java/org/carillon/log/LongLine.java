package org.carillon.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The text of a line of any length, decoded from the file a window at a time: a pattern can be looked for in it without having it
 * in memory. It is walked through once to know where the windows begin. As a {@link CharSequence} it is a section of the text, the
 * first one until {@link #advance}: a section has at most so many letters as an int can count. Not thread-safe.
 */
final class LongLine implements CharSequence {
    /** So many bytes are decoded at once. */
    static final int WINDOW = 64 * 1024;

    private static final int MOST_LETTERS = Integer.MAX_VALUE - 8;
    /** Sections share so many letters. */
    private static final int OVERLAP = 1 << 20;
    /** A pattern that looks back and forth finds so many windows still decoded. */
    private static final int KEPT = 4;
    private static final char MARK = '\ufeff';

    private static final class Window {
        private char[] letters;
        private int number = -1;
        private int count;
    }

    private final Path file;
    private final FileBlock text;
    private final CharsetDecoder decoder;
    private final long start;
    private final long end;
    private final boolean escapes;
    private final BooleanSupplier cancelled;
    private final int section;
    private final int overlap;
    private final EscapeFilter filter = new EscapeFilter();
    private final Window[] kept = new Window[KEPT];
    /** Of each window, its first byte, its first letter, and the state of the filter before it. */
    private long[] bytes = new long[16];
    private long[] letters = new long[16];
    private byte[] states = new byte[16];
    private int windows;
    private long count;
    private long base;
    private long looked;
    private Window current;
    private long currentFrom;
    private long currentEnd;

    LongLine(Path file, FileBlock text, Charset charset, long start, long end, boolean escapes, BooleanSupplier cancelled) {
        this(file, text, charset, start, end, escapes, cancelled, MOST_LETTERS, OVERLAP);
    }

    /**
     * @param text    a block of at least {@link #WINDOW} bytes
     * @param escapes whether escape sequences are part of the text
     */
    LongLine(Path file, FileBlock text, Charset charset, long start, long end, boolean escapes, BooleanSupplier cancelled,
            int section, int overlap) {
        this.file = file;
        this.text = text;
        this.start = start;
        this.end = end;
        this.escapes = escapes;
        this.cancelled = cancelled;
        this.section = section;
        this.overlap = overlap;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        Arrays.setAll(kept, i -> new Window());
    }

    /** Walks through the text to know how long it is. */
    void measure() throws IOException {
        Window window = kept[0];
        for (long at = start; at < end; ) {
            looked = (at - start) / 2;
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (windows == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * windows);
                letters = Arrays.copyOf(letters, 2 * windows);
                states = Arrays.copyOf(states, 2 * windows);
            }
            bytes[windows] = at;
            letters[windows] = count;
            states[windows] = filter.state();
            int read = decode(at, window);
            window.number = windows++;
            count += window.count;
            if (read == 0) {
                break;
            }
            at += read;
        }
    }

    /** @return how many bytes the window's letters are; the rest of a character that has only begun is left to the next one */
    private int decode(long from, Window into) throws IOException {
        int wanted = (int) Math.min(WINDOW, end - from);
        int there = text.load(from, wanted);
        if (into.letters == null) {
            long most = Math.min(WINDOW, end - start);
            into.letters = new char[(int) Math.ceil(most * (double) Math.max(1, decoder.maxCharsPerByte())) + 1];
        }
        boolean last = there < wanted || from + there >= end;
        ByteBuffer in = ByteBuffer.wrap(text.block(), text.index(from), Math.max(0, there));
        CharBuffer out = CharBuffer.wrap(into.letters);
        decoder.reset().decode(in, out, last);
        if (last) {
            decoder.flush(out);
        }
        int decoded = out.position();
        if (from == start && decoded > 0 && into.letters[0] == MARK) {
            System.arraycopy(into.letters, 1, into.letters, 0, --decoded);
        }
        into.count = escapes ? decoded : filter.filter(into.letters, decoded);
        return in.position() - text.index(from);
    }

    /** How many letters the whole text has. */
    long count() {
        return count;
    }

    /** About how many of its bytes have been looked at; those that have been measured but not searched count half. */
    long looked() {
        return looked;
    }

    /** Where in the text this section begins. */
    long base() {
        return base;
    }

    /** The section begins there. */
    void seek(long letter) {
        base = letter;
    }

    /** How many letters at this section's beginning are also the end of the one before. */
    int shared() {
        return base == 0 ? 0 : overlap;
    }

    /** Whether there is text behind this section. */
    boolean hasMore() {
        return base + section < count;
    }

    /** Goes to the next section. */
    void advance() {
        base += section - overlap;
    }

    @Override
    public int length() {
        return (int) Math.min(section, count - base);
    }

    @Override
    public char charAt(int index) {
        long at = base + index;
        if (at < currentFrom || at >= currentEnd) {
            go(at);
        }
        return current.letters[(int) (at - currentFrom)];
    }

    private void go(long letter) {
        if (letter < base || letter >= count) {
            throw new IndexOutOfBoundsException(letter);
        }
        int number = Arrays.binarySearch(letters, 0, windows, letter);
        number = number < 0 ? -number - 2 : number;
        // Of windows without letters, the last one at this place has some.
        while (number + 1 < windows && letters[number + 1] <= letter) {
            number++;
        }
        looked = Math.max(looked, (end - start) / 2 + (bytes[number] - start) / 2);
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        currentEnd = 0;
        current = window(number);
        currentFrom = letters[number];
        currentEnd = currentFrom + current.count;
    }

    /** The window, decoded; those that were used last stay. */
    private Window window(int number) {
        int place = 0;
        while (place < KEPT - 1 && kept[place].number != number) {
            place++;
        }
        Window window = kept[place];
        System.arraycopy(kept, 0, kept, 1, place);
        kept[0] = window;
        if (window.number != number) {
            window.number = -1;
            filter.goOn(states[number]);
            try {
                decode(bytes[number], window);
            } catch (IOException e) {
                throw new LogException("log.read", file, e);
            }
            window.number = number;
        }
        return window;
    }

    /** Gives out the whole text, a window at a time. */
    void copyTo(Consumer<String> out) {
        for (int i = 0; i < windows; i++) {
            Window window = window(i);
            out.accept(new String(window.letters, 0, window.count));
        }
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        StringBuilder part = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            part.append(charAt(i));
        }
        return part.toString();
    }

    @Override
    public String toString() {
        return subSequence(0, length()).toString();
    }
}
