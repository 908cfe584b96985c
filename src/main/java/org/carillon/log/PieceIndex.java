package org.carillon.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A log's index, read in place: any piece is found with a few reads, however long the log is. Not thread-safe. */
final class PieceIndex implements Closeable {
    private static final int BLOCK = 256 * Piece.BYTES;

    private final FileBlock file;
    private final ByteBuffer buffer;
    private final Instant unknownTime;

    /** @param file null where there is none */
    private PieceIndex(FileBlock file, Instant unknownTime) {
        this.file = file;
        this.buffer = file == null ? null : ByteBuffer.wrap(file.block());
        this.unknownTime = unknownTime;
    }

    static PieceIndex open(Path textFile) throws IOException {
        Instant modified = Files.getLastModifiedTime(textFile).toInstant();
        Path file = LogFiles.indexOf(textFile);
        return new PieceIndex(Files.exists(file) ? new FileBlock(file, BLOCK) : null, modified);
    }

    /** How many whole records there are. */
    long count() throws IOException {
        return file == null ? 0 : file.size() / Piece.BYTES;
    }

    Piece get(long number) throws IOException {
        long position = number * Piece.BYTES;
        if (position / BLOCK * BLOCK + BLOCK <= file.size()) {
            file.load(position / BLOCK * BLOCK, BLOCK);
        } else {
            file.load(position, Piece.BYTES);
        }
        return Piece.read(buffer, file.index(position));
    }

    /** The number of the last record whose text begins at or before that offset; -1 if there is none. */
    long find(long offset) throws IOException {
        long low = 0;
        long high = count() - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            if (get(middle).offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Where the first text begins that arrived at or after that time; the end of the text if there is none. */
    long firstAt(Instant time, long size) throws IOException {
        long low = 0;
        long high = find(size - 1);
        while (low <= high) {
            long middle = (low + high) >>> 1;
            if (get(middle).time().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low >= count() ? size : Math.min(size, get(low).offset());
    }

    /** Where the first text from the error stream begins; -1 if there is none. */
    long firstError(long size) throws IOException {
        for (long number = 0; number < count(); number++) {
            Piece piece = get(number);
            boolean hasText = piece.offset() < size && (number + 1 == count() || get(number + 1).offset() > piece.offset());
            if (piece.stream() == LogStream.ERR && hasText) {
                return piece.offset();
            }
        }
        return -1;
    }

    /** For text before the first record, which only a damaged log has. */
    Piece unknown() {
        return new Piece(0, unknownTime, LogStream.OUT, false);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
