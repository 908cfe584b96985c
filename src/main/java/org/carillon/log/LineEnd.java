package org.carillon.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How lines end in an encoding. In UTF-16 a line feed is two bytes, which begin an even number of bytes behind the line's start. */
enum LineEnd {
    ONE_BYTE(1),
    LITTLE_ENDIAN(2),
    BIG_ENDIAN(2);

    private static final byte LINE_FEED = '\n';

    private final int bytes;

    LineEnd(int bytes) {
        this.bytes = bytes;
    }

    static LineEnd of(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16)) {
            return LITTLE_ENDIAN;
        }
        return charset.equals(StandardCharsets.UTF_16BE) ? BIG_ENDIAN : ONE_BYTE;
    }

    /** How many bytes it has. */
    int bytes() {
        return bytes;
    }

    /** Where in it the byte stands that is searched for, the line feed's own. */
    int mark() {
        return this == BIG_ENDIAN ? 1 : 0;
    }

    /** Whether these bytes are a line end; {@code first} and {@code second} are the same for one byte. */
    boolean is(byte first, byte second) {
        return switch (this) {
            case ONE_BYTE -> first == LINE_FEED;
            case LITTLE_ENDIAN -> first == LINE_FEED && second == 0;
            case BIG_ENDIAN -> first == 0 && second == LINE_FEED;
        };
    }
}
