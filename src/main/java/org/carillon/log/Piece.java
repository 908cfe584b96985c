package org.carillon.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A record of a log's index: a part of the text that arrived at once, from one stream. It reaches to the next record's
 * offset, the last one to the end of the text. 16 bytes, big endian: the offset; then the time in microseconds since 1970,
 * times four, plus two for an open piece, plus one for the error stream.
 *
 * @param open it holds a part of one line, which does not end in it. All other pieces are whole lines, or the end of an
 *             open one and whole lines
 */
record Piece(long offset, Instant time, LogStream stream, boolean open) {
    static final int BYTES = 16;

    /** Instead of time and stream in a last record without text: nothing more is written. */
    static final long COMPLETE = -1;

    private static final int ERROR_STREAM = 1;
    private static final int OPEN = 2;

    void write(ByteBuffer buffer) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
        buffer.putLong(offset).putLong(micros << 2 | (open ? OPEN : 0) | (stream == LogStream.ERR ? ERROR_STREAM : 0));
    }

    static Piece read(ByteBuffer buffer, int position) {
        long second = buffer.getLong(position + Long.BYTES);
        return new Piece(
                buffer.getLong(position),
                Instant.EPOCH.plus(second >> 2, ChronoUnit.MICROS),
                (second & ERROR_STREAM) == 0 ? LogStream.OUT : LogStream.ERR,
                (second & OPEN) != 0);
    }
}
