package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Increasing offsets, some two bytes each: of ten million lines, all may match. Thread-safe. */
final class OffsetList {
    private static final int BLOCK = 256;

    private final List<byte[]> blocks = new ArrayList<>();
    private final List<Long> firsts = new ArrayList<>();
    private byte[] block = new byte[BLOCK * 5];
    private int length;
    private long last = -1;
    private long count;

    /** @param offset greater than all before */
    synchronized void add(long offset) {
        if (offset <= last) {
            throw new IllegalArgumentException(offset + " after " + last);
        }
        if (count % BLOCK == 0) {
            seal();
            firsts.add(offset);
        } else {
            put(offset - last);
        }
        last = offset;
        count++;
    }

    private void seal() {
        if (count > 0) {
            blocks.add(Arrays.copyOf(block, length));
            length = 0;
        }
    }

    private void put(long distance) {
        if (length + 10 > block.length) {
            block = Arrays.copyOf(block, block.length * 2);
        }
        long rest = distance;
        while (rest >= 0x80) {
            block[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        block[length++] = (byte) rest;
    }

    synchronized long size() {
        return count;
    }

    /** At most so many, from that index on. */
    synchronized long[] from(long index, int most) {
        long[] found = new long[(int) Math.clamp(count - index, 0, most)];
        for (int done = 0; done < found.length; ) {
            long at = index + done;
            long[] values = values((int) (at / BLOCK));
            int skipped = (int) (at % BLOCK);
            int taken = Math.min(values.length - skipped, found.length - done);
            System.arraycopy(values, skipped, found, done, taken);
            done += taken;
        }
        return found;
    }

    /** The index of the first one that is not below that offset; the size if there is none. */
    synchronized long indexOf(long offset) {
        int low = 0;
        int high = firsts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (firsts.get(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        if (high < 0) {
            return 0;
        }
        int found = Arrays.binarySearch(values(high), offset);
        return (long) high * BLOCK + (found < 0 ? -found - 1 : found);
    }

    private long[] values(int number) {
        boolean open = number == blocks.size();
        byte[] bytes = open ? block : blocks.get(number);
        long[] values = new long[open ? (int) (count - (long) number * BLOCK) : BLOCK];
        values[0] = firsts.get(number);
        int position = 0;
        for (int i = 1; i < values.length; i++) {
            long distance = 0;
            int shift = 0;
            do {
                distance |= (bytes[position] & 0x7fL) << shift;
                shift += 7;
            } while (bytes[position++] < 0);
            values[i] = values[i - 1] + distance;
        }
        return values;
    }
}
