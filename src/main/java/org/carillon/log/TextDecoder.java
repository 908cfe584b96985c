package org.carillon.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Decodes text that comes in parts, wherever these end. What is no text becomes replacement characters. Not thread-safe. */
public final class TextDecoder {
    /** No character has more bytes. */
    private static final int LONGEST = 16;
    private static final char MARK = '\ufeff';

    private final CharsetDecoder decoder;
    private final EscapeFilter filter;
    private byte[] begun = new byte[0];
    private boolean first = true;

    /** @param filter leaves escape sequences out; null to keep them */
    public TextDecoder(Charset charset, EscapeFilter filter) {
        this.filter = filter;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** What can be told of it by now: a character that has only begun is left to the next part. A byte order mark is left out. */
    public String decode(byte[] bytes, int count) {
        ByteBuffer in = ByteBuffer.allocate(begun.length + count).put(begun).put(bytes, 0, count).flip();
        CharBuffer out = CharBuffer.allocate((int) Math.ceil((in.remaining() + LONGEST) * (double) Math.max(1, decoder.maxCharsPerByte())));
        decoder.decode(in, out, false);
        begun = new byte[in.remaining()];
        in.get(begun);
        char[] letters = out.array();
        int from = first && out.position() > 0 && letters[0] == MARK ? 1 : 0;
        first &= out.position() == 0;
        if (from > 0) {
            System.arraycopy(letters, 1, letters, 0, out.position() - 1);
        }
        int decoded = out.position() - from;
        return new String(letters, 0, filter == null ? decoded : filter.filter(letters, decoded));
    }
}
