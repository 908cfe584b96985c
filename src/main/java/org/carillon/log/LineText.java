package org.carillon.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Decodes lines for display. Not thread-safe. */
final class LineText {
    /** Of a longer line, only so many bytes are shown. */
    static final int MOST = 8 * 1024;

    /** A shorter text was not cut: no encoding has characters of more than four bytes. */
    static final int LEAST_CUT = MOST / 4;
    static final String CUT = "…";
    private static final char MARK = '\ufeff';

    private final FileBlock text;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final LineEnd lineEnd;
    private final boolean wide;

    LineText(FileBlock text, Charset charset) {
        this.text = text;
        this.lineEnd = LineEnd.of(charset);
        this.wide = lineEnd != LineEnd.ONE_BYTE;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** The line's text as a terminal would show it: what a carriage return has gone back over is left out. */
    String of(LineFinder.Line line) throws IOException {
        return withoutMark(wide ? wide(line) : narrow(line));
    }

    /** Whether {@link #of} gives only a part of the line's text. */
    boolean isCut(LineFinder.Line line) throws IOException {
        return line.end() - line.start() > MOST && (wide || text.findLast((byte) '\r', returnable(line), printed(line)) < 0);
    }

    /** As much of the line as fits that many bytes, with its blanks, also what a carriage return has gone back over. */
    String whole(LineFinder.Line line, int most) throws IOException {
        long length = line.end() - line.start();
        byte[] bytes = new byte[(int) Math.min(length, most)];
        for (int done = 0; done < bytes.length; ) {
            int count = text.load(line.start() + done, Math.min(bytes.length - done, MOST));
            if (count <= 0) {
                break;
            }
            System.arraycopy(text.block(), text.index(line.start() + done), bytes, done, count);
            done += count;
        }
        String all = withoutMark(withoutReturns(new String(bytes, charset)));
        return length > most ? all + CUT : all;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static String withoutReturns(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Where the line ends but for carriage returns. */
    long printed(LineFinder.Line line) throws IOException {
        int bytes = lineEnd.bytes();
        long whole = line.end() - (line.end() - line.start()) % bytes;
        long end = whole;
        while (end > line.start() && isReturn(end - bytes)) {
            end -= bytes;
        }
        return end < whole ? end : line.end();
    }

    private boolean isReturn(long position) throws IOException {
        return byteAt(position + lineEnd.mark()) == '\r' && (!wide || byteAt(position + 1 - lineEnd.mark()) == 0);
    }

    /** From where on a carriage return is looked for. */
    private long returnable(LineFinder.Line line) throws IOException {
        return Math.max(line.start(), printed(line) - MOST);
    }

    private String narrow(LineFinder.Line line) throws IOException {
        long end = printed(line);
        long returned = text.findLast((byte) '\r', returnable(line), end);
        if (returned >= 0) {
            return whole(returned + 1, end);
        }
        return end - line.start() <= MOST ? whole(line.start(), end) : beginning(line.start());
    }

    private String wide(LineFinder.Line line) throws IOException {
        if (line.end() - line.start() > MOST) {
            return beginning(line.start());
        }
        String all = withoutReturns(whole(line.start(), line.end()));
        return all.substring(all.lastIndexOf('\r') + 1);
    }

    private byte byteAt(long position) throws IOException {
        text.load(position, 1);
        return text.block()[text.index(position)];
    }

    private String whole(long from, long end) throws IOException {
        int count = text.load(from, (int) (end - from));
        return new String(text.block(), text.index(from), count, charset);
    }

    /** The first part of a long line, without a broken character at its end. */
    private String beginning(long from) throws IOException {
        int count = text.load(from, MOST);
        CharBuffer characters = CharBuffer.allocate((int) Math.ceil(MOST * (double) decoder.maxCharsPerByte()));
        decoder.reset().decode(ByteBuffer.wrap(text.block(), text.index(from), count), characters, false);
        return characters.flip() + CUT;
    }
}
