package org.carillon.action;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a pattern in the lines of one stream as they arrive. A line that is longer than {@value #LONGEST_LINE}
 * characters is looked at in pieces. Fed by one thread; the find may be asked for by another.
 */
final class LineMatcher {
    static final int LONGEST_LINE = 64 * 1024;

    private final Pattern pattern;
    private final CharsetDecoder decoder;
    private final StringBuilder line = new StringBuilder();
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private volatile String found;

    /** @param expression what to look for, or null for nothing */
    LineMatcher(String expression, Charset charset) {
        pattern = expression == null ? null : Pattern.compile(expression);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** The first text that matched, or null. */
    String found() {
        return found;
    }

    void feed(byte[] bytes, int count) {
        if (pattern == null || found != null) {
            return;
        }
        ByteBuffer input = ByteBuffer.allocate(rest.remaining() + count).put(rest).put(bytes, 0, count).flip();
        CharBuffer output = CharBuffer.allocate((int) (input.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        decoder.decode(input, output, false);
        rest = input.slice();
        output.flip();
        while (output.hasRemaining()) {
            take(output.get());
        }
    }

    /** No more follows: the last line may lack its end. */
    void end() {
        if (pattern != null) {
            look();
        }
    }

    private void take(char character) {
        if (character == '\n' || line.length() >= LONGEST_LINE) {
            look();
        }
        if (character != '\n' && character != '\r') {
            line.append(character);
        }
    }

    private void look() {
        Matcher matcher = pattern.matcher(line);
        if (found == null && matcher.find()) {
            found = matcher.group();
        }
        line.setLength(0);
    }
}
