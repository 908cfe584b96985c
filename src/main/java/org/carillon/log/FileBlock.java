package org.carillon.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A growing file, read through one block of memory. Not thread-safe.
 *
 * <p>A plain random access file, because a thread that is interrupted while it reads a channel closes it.
 */
final class FileBlock implements Closeable {
    private final RandomAccessFile file;
    private final byte[] block;
    private long start;
    private int length;

    FileBlock(Path path, int blockSize) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        block = new byte[blockSize];
    }

    long size() throws IOException {
        return file.length();
    }

    /** Makes so many bytes from that position on available in {@link #block}; at most the block's size. @return how many there are */
    int load(long position, int count) throws IOException {
        if (position < start || position + count > start + length) {
            start = position;
            length = 0;
            file.seek(position);
            while (length < count) {
                int read = file.read(block, length, block.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        }
        return (int) Math.min(count, start + length - position);
    }

    byte[] block() {
        return block;
    }

    /** Where in the block a loaded position is. */
    int index(long position) {
        return (int) (position - start);
    }

    /** Where the next such byte is, from that position and before that end; -1 if nowhere. */
    long find(byte wanted, long from, long end) throws IOException {
        for (long position = from; position < end; ) {
            int count = load(position, (int) Math.min(end - position, block.length));
            if (count == 0) {
                return -1;
            }
            int first = index(position);
            for (int i = first; i < first + count; i++) {
                if (block[i] == wanted) {
                    return position + i - first;
                }
            }
            position += count;
        }
        return -1;
    }

    /** Where the last such byte is, from that position and before that end; -1 if nowhere. */
    long findLast(byte wanted, long from, long end) throws IOException {
        for (long until = end; until > from; ) {
            long position = Math.max(from, until - block.length);
            int count = load(position, (int) (until - position));
            int first = index(position);
            for (int i = first + count - 1; i >= first; i--) {
                if (block[i] == wanted) {
                    return position + i - first;
                }
            }
            until = position;
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
