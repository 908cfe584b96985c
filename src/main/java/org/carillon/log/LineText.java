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

    private static final String CUT = "…";
    private static final char MARK = '\ufeff';

    private final FileBlock text;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean wide;

    LineText(FileBlock text, Charset charset) {
        this.text = text;
        this.wide = LineEnd.of(charset) != LineEnd.ONE_BYTE;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** The line's text as a terminal would show it: what a carriage return has gone back over is left out. */
    String of(LineFinder.Line line) throws IOException {
        String shown = wide ? wide(line) : narrow(line);
        return !shown.isEmpty() && shown.charAt(0) == MARK ? shown.substring(1) : shown;
    }

    /** As much of the line as fits that many bytes, also what a carriage return has gone back over. */
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
        String all = new String(bytes, charset).strip();
        return length > most ? all + CUT : all;
    }

    private String narrow(LineFinder.Line line) throws IOException {
        long end = line.end();
        while (end > line.start() && byteAt(end - 1) == '\r') {
            end--;
        }
        long from = Math.max(line.start(), end - MOST);
        long returned = text.findLast((byte) '\r', from, end);
        if (returned >= 0) {
            return whole(returned + 1, end);
        }
        return end - line.start() <= MOST ? whole(line.start(), end) : beginning(line.start());
    }

    private String wide(LineFinder.Line line) throws IOException {
        if (line.end() - line.start() > MOST) {
            return beginning(line.start());
        }
        String all = whole(line.start(), line.end());
        int end = all.length();
        while (end > 0 && all.charAt(end - 1) == '\r') {
            end--;
        }
        return all.substring(all.lastIndexOf('\r', end - 1) + 1, end);
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
