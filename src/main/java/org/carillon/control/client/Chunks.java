package org.carillon.control.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body that comes in chunks (RFC 9112, 7.1). */
final class Chunks extends InputStream {
    private final InputStream in;
    private int left;
    private boolean begun;
    private boolean ended;

    Chunks(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (count == 0 || left == 0 && !next()) {
            return count == 0 ? 0 : -1;
        }
        int got = in.read(bytes, from, Math.min(count, left));
        if (got < 0) {
            throw new EOFException("The answer ends too early");
        }
        left -= got;
        return got;
    }

    /** @return false at the end */
    private boolean next() throws IOException {
        if (ended) {
            return false;
        }
        if (begun) {
            HttpConnection.readLine(in);
        }
        begun = true;
        left = Integer.parseInt(HttpConnection.readLine(in).split(";", 2)[0].strip(), 16);
        ended = left == 0;
        if (ended) {
            HttpConnection.readLine(in);
        }
        return !ended;
    }
}
