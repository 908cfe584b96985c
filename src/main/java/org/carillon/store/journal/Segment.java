package org.carillon.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.carillon.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of a journal that is being written. Not thread-safe. */
final class Segment implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Segment.class);
    /** It grows by so much at once: to write into a file is cheaper than to make it longer each time. */
    private static final int GROWTH = 1 << 20;

    private final FileChannel channel;
    private long end;
    private long allocated;
    private boolean growsAhead = true;

    /** Makes a file that only its owner can read. */
    Segment(Path file) throws IOException {
        OwnerOnly.createFile(file);
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        syncDirectory(file.getParent());
    }

    /** So that a loss of power does not take the new file's name. Where a directory cannot be opened, that is not needed. */
    private static void syncDirectory(Path directory) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException _) {
            return;
        }
        try (opened) {
            opened.force(true);
        }
    }

    /** Returns when the bytes are on disk. If that fails, none of them is to be there. */
    void append(ByteBuffer bytes) throws IOException {
        boolean fails = true;
        try {
            if (growsAhead && bytes.remaining() < GROWTH && end + bytes.remaining() > allocated) {
                growAhead(end + bytes.remaining());
            }
            long written = write(bytes, end);
            channel.force(false);
            end = written;
            fails = false;
        } finally {
            if (fails) {
                takeBack();
            }
        }
    }

    /** What failed to be synced may be on disk all the same, and would be read there. */
    private void takeBack() {
        try {
            channel.truncate(end);
            allocated = end;
        } catch (IOException e) {
            LOG.warn("What could not be written completely could not be taken back either", e);
        }
    }

    long length() {
        return end;
    }

    /** Where there is no room for that much, there may still be for what is to be written. */
    private void growAhead(long needed) throws IOException {
        long wanted = (needed / GROWTH + 1) * GROWTH;
        try {
            long from = Math.max(allocated, end);
            write(ByteBuffer.allocate((int) (wanted - from)), from);
            channel.force(true);
            allocated = wanted;
        } catch (IOException _) {
            growsAhead = false;
            channel.truncate(end);
        }
    }

    private long write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
