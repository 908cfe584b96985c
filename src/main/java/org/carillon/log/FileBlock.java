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

    /** Where the next line end is, from that position and before that end; -1 if nowhere. @param lineStart where the line begins */
    long find(LineEnd wanted, long from, long end, long lineStart) throws IOException {
        if (wanted == LineEnd.ONE_BYTE) {
            return find((byte) '\n', from, end);
        }
        for (long at = find((byte) '\n', from, end); at >= 0; at = find((byte) '\n', at + 1, end)) {
            long first = at - wanted.mark();
            if (first >= lineStart && isPair(wanted, first, lineStart)) {
                return first;
            }
        }
        return -1;
    }

    /** Where the last line end is, from that position and before that end; -1 if nowhere. @param lineStart where another line begins */
    long findLast(LineEnd wanted, long from, long end, long lineStart) throws IOException {
        if (wanted == LineEnd.ONE_BYTE) {
            return findLast((byte) '\n', from, end);
        }
        for (long at = findLast((byte) '\n', from, end); at >= 0; at = findLast((byte) '\n', from, at)) {
            long first = at - wanted.mark();
            if (first >= 0 && isPair(wanted, first, lineStart)) {
                return first;
            }
        }
        return -1;
    }

    private boolean isPair(LineEnd wanted, long first, long lineStart) throws IOException {
        if (first % 2 != lineStart % 2 || load(first, 2) < 2) {
            return false;
        }
        return wanted.is(block[index(first)], block[index(first) + 1]);
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
