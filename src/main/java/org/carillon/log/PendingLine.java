package org.carillon.log;

import java.time.Instant;
import java.util.Arrays;

/** The beginning of a line whose end has not arrived yet. Its memory is bounded. Not thread-safe. */
final class PendingLine {
    /** A longer line is written in parts. */
    static final int MOST = 64 * 1024;

    private byte[] bytes = new byte[256];
    private int length;
    private Instant time;

    boolean fits(int count) {
        return length + count <= MOST;
    }

    void add(byte[] source, int from, int count, Instant arrived) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(2 * bytes.length, length + count)));
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        time = arrived;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** When the last of it arrived. */
    Instant time() {
        return time;
    }

    void clear() {
        length = 0;
    }
}
