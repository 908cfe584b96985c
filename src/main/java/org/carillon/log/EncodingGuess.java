package org.carillon.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Guesses in which of the usual encodings a text is: UTF-8, UTF-16 (with or without its mark), GBK, or else Latin-1, in which
 * every byte is a letter. Text that has nothing but ASCII in it says nothing.
 */
final class EncodingGuess {
    private static final Charset GBK = Charset.forName("GBK");
    /** Of so many bytes at the beginning of a stream it is seen whether it is UTF-16. */
    private static final int ENOUGH = 64;

    private EncodingGuess() {}

    /** @return empty if there is nothing but ASCII */
    static Optional<Charset> of(byte[] bytes, int from, int end) {
        LineEnd wide = lineEnd(bytes, from, end);
        if (wide != LineEnd.ONE_BYTE) {
            return Optional.of(wide == LineEnd.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        Utf8Count utf8 = Utf8Count.of(bytes, from, end);
        if (utf8.good() == 0 && utf8.bad() == 0) {
            return Optional.empty();
        }
        if (utf8.good() >= 4 * utf8.bad()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return Optional.of(isGbk(bytes, from, end) ? GBK : StandardCharsets.ISO_8859_1);
    }

    /** By a byte order mark, or because every other byte is zero, as it is with Latin letters. */
    static LineEnd lineEnd(byte[] bytes, int from, int end) {
        if (end - from < 2) {
            return LineEnd.ONE_BYTE;
        }
        int mark = (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff;
        if (mark == 0xfffe || mark == 0xfeff) {
            return mark == 0xfffe ? LineEnd.LITTLE_ENDIAN : LineEnd.BIG_ENDIAN;
        }
        int[] zeros = new int[2];
        int pairs = Math.min(ENOUGH, end - from) / 2;
        for (int i = 0; i < 2 * pairs; i++) {
            zeros[i % 2] += bytes[from + i] == 0 ? 1 : 0;
        }
        if (pairs < 2 || zeros[0] + zeros[1] < pairs / 2 || zeros[0] > 0 && zeros[1] > 0) {
            return LineEnd.ONE_BYTE;
        }
        return zeros[1] > 0 ? LineEnd.LITTLE_ENDIAN : LineEnd.BIG_ENDIAN;
    }

    /**
     * Chinese words are pairs of bytes that are both high; in Latin words a high byte mostly stands between low ones, which
     * makes no such pair.
     */
    private static boolean isGbk(byte[] bytes, int from, int end) {
        int both = 0;
        int others = 0;
        for (int i = from; i < end; i++) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                continue;
            }
            int trail = i + 1 < end ? bytes[i + 1] & 0xff : 0xa1;
            boolean pair = lead > 0x80 && lead < 0xff && trail >= 0x40 && trail != 0x7f && trail < 0xff;
            both += pair && trail >= 0xa1 ? 1 : 0;
            others += pair && trail >= 0xa1 ? 0 : 1;
            i += pair ? 1 : 0;
        }
        return both > others;
    }
}
