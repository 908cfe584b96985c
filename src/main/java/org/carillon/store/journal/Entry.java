package org.carillon.store.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What was committed together.
 *
 * @param number  entries are numbered, one by one
 * @param changes in order
 */
public record Entry(long number, List<StoredChange> changes) {
    /** The length of the rest, and its checksum. */
    static final int FRAME = 2 * Integer.BYTES;
    /** One without a change. */
    static final int SHORTEST = FRAME + Long.BYTES + Integer.BYTES;

    ByteBuffer bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * changes.size() + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0);
        out.writeLong(number);
        out.writeInt(changes.size());
        ChangeWriter writer = new ChangeWriter(out);
        for (StoredChange change : changes) {
            writer.write(change);
        }
        ByteBuffer framed = ByteBuffer.wrap(bytes.toByteArray());
        framed.putInt(0, framed.limit() - FRAME);
        framed.putInt(Integer.BYTES, checksum(framed.slice(FRAME, framed.limit() - FRAME)));
        return framed;
    }

    /**
     * The entry that these bytes begin with, and moves on past it.
     *
     * @return null if there is none, or not all of it
     * @throws IOException if it is whole and this program cannot read it
     */
    static Entry next(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() < FRAME) {
            return null;
        }
        int length = bytes.getInt(bytes.position());
        if (length <= 0 || length > bytes.remaining() - FRAME || !hasChecksum(bytes, bytes.position(), length)) {
            return null;
        }
        ByteBuffer body = bytes.slice(bytes.position() + FRAME, length);
        bytes.position(bytes.position() + FRAME + length);
        return read(body);
    }

    /** Whether what begins there has the checksum that it says, if it is of that length. */
    static boolean hasChecksum(ByteBuffer bytes, int start, int length) {
        return checksum(bytes.slice(start + FRAME, length)) == bytes.getInt(start + Integer.BYTES);
    }

    private static Entry read(ByteBuffer body) throws IOException {
        DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(body.array(), body.arrayOffset(), body.limit()));
        long number = in.readLong();
        int count = in.readInt();
        ChangeReader reader = new ChangeReader(in);
        List<StoredChange> changes = new ArrayList<>(Math.min(count, 10_000));
        for (int i = 0; i < count; i++) {
            changes.add(reader.read());
        }
        return new Entry(number, changes);
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate());
        return (int) sum.getValue();
    }
}
