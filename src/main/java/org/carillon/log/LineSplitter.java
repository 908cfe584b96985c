package org.carillon.log;

/** Finds where the whole lines end in what one stream prints, so that the other one does not break them. Not thread-safe. */
final class LineSplitter {
    private LineEnd lineEnd;
    /** Whether so far an odd number of bytes has come. */
    private boolean odd;

    /** The index behind the last line end; {@code from} if there is none. */
    int behindLastEnd(byte[] bytes, int from, int end) {
        if (lineEnd == null && end - from > 1) {
            lineEnd = EncodingGuess.lineEnd(bytes, from, end);
        }
        int behind = lineEnd == null || lineEnd == LineEnd.ONE_BYTE
                ? behindLastByte(bytes, from, end)
                : behindLastPair(bytes, from, end);
        odd ^= (end - from) % 2 != 0;
        return behind;
    }

    private static int behindLastByte(byte[] bytes, int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return from;
    }

    private int behindLastPair(byte[] bytes, int from, int end) {
        int first = from + (odd ? 1 : 0);
        for (int i = first + (end - first) / 2 * 2 - 2; i >= first; i -= 2) {
            if (lineEnd.is(bytes[i], bytes[i + 1])) {
                return i + 2;
            }
        }
        return from;
    }
}
