package org.carillon.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The entries in the bytes of one file, one after the other, past what is damaged. Not thread-safe. */
final class Entries {
    /** How the bytes end after the last entry. */
    enum End {
        /** There is nothing. */
        CLEAN,
        /** An entry began to be written when the machine stopped: nobody was told that it was. */
        BROKEN_OFF,
        /** An entry was written completely, and changed later. */
        DAMAGED
    }

    /** What a disk writes at once, all of it or nothing. */
    private static final int SECTOR = 512;
    /** With how many zeros an entry may end. */
    private static final int LAST_ZEROS = 64;

    private final ByteBuffer bytes;

    Entries(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * The next one that is whole; if something else comes before it, one whose number is higher than that.
     *
     * @return null if there is none
     * @throws IOException if it is whole and this program cannot read it
     */
    Entry next(long after) throws IOException {
        Entry next = Entry.next(bytes);
        int broken = bytes.position();
        for (int at = broken + 1; next == null && at <= bytes.limit() - Entry.SHORTEST; at++) {
            if (isNumberOfLater(bytes.getLong(at + Entry.FRAME), after)) {
                next = Entry.next(bytes.position(at));
            }
        }
        if (next == null) {
            bytes.position(broken);
        }
        return next;
    }

    private boolean isNumberOfLater(long number, long after) {
        return number > after && number - after <= bytes.limit() / Entry.SHORTEST;
    }

    /** To be asked when there is no next one. */
    End end() {
        int start = bytes.position();
        int written = bytes.limit();
        while (written > start && bytes.get(written - 1) == 0) {
            written--;
        }
        if (written == start) {
            return End.CLEAN;
        }
        if (bytes.limit() - start < Entry.FRAME) {
            return End.BROKEN_OFF;
        }
        long end = start + Entry.FRAME + (long) bytes.getInt(start);
        boolean isChanged = end <= start + Entry.FRAME || end < written || isWholeButForItsLength(written)
                || end <= bytes.limit() && !hasEmptySector(start, (int) end);
        return isChanged ? End.DAMAGED : End.BROKEN_OFF;
    }

    private boolean isWholeButForItsLength(int written) {
        int body = bytes.position() + Entry.FRAME;
        for (int end = Math.max(written, body + 1); end <= Math.min(bytes.limit(), written + LAST_ZEROS); end++) {
            if (Entry.hasChecksum(bytes, bytes.position(), end - body)) {
                return true;
            }
        }
        return false;
    }

    /** Sectors may reach the disk in any order. */
    private boolean hasEmptySector(int start, int end) {
        for (int from = start; from < end; ) {
            int to = Math.min(end, (from / SECTOR + 1) * SECTOR);
            boolean isEmpty = true;
            for (int at = from; at < to; at++) {
                isEmpty &= bytes.get(at) == 0;
            }
            if (isEmpty) {
                return true;
            }
            from = to;
        }
        return false;
    }
}
