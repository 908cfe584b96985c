package org.carillon.log;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.files.OwnerOnly;

/**
 * The two files of a run that is being written. A piece's index record is written before its text, so that no text is ever
 * there without a record; a record without text (after a kill, or on a full disk) is skipped by readers. Not thread-safe.
 *
 * <p>Plain streams, because a thread that is interrupted while it uses a channel closes it.
 */
final class LogFiles implements Closeable {
    private final Path textFile;
    private final FileOutputStream text;
    private final RandomAccessFile index;
    private final ByteBuffer record = ByteBuffer.allocate(Piece.BYTES);
    private long size;

    private LogFiles(Path textFile, FileOutputStream text, RandomAccessFile index) throws IOException {
        this.textFile = textFile;
        this.text = text;
        this.index = index;
        findEnd();
    }

    /** Where the text ends, and the last whole record. */
    private void findEnd() throws IOException {
        size = Files.size(textFile);
        index.setLength(index.length() / Piece.BYTES * Piece.BYTES);
        index.seek(index.length());
    }

    /** Files that exist are continued. @param textFile with the extension {@code .log} */
    static LogFiles create(Path textFile) throws IOException {
        OwnerOnly.makeDirectory(textFile.getParent().getParent());
        OwnerOnly.makeDirectory(textFile.getParent());
        Path indexFile = indexOf(textFile);
        OwnerOnly.makeFile(indexFile);
        OwnerOnly.makeFile(textFile);
        RandomAccessFile index = new RandomAccessFile(indexFile.toFile(), "rw");
        try {
            return new LogFiles(textFile, new FileOutputStream(textFile.toFile(), true), index);
        } catch (IOException e) {
            index.close();
            throw e;
        }
    }

    static Path indexOf(Path textFile) {
        String name = textFile.getFileName().toString();
        return textFile.resolveSibling(name.substring(0, name.length() - ".log".length()) + ".idx");
    }

    /** Appends a piece that consists of the pending bytes and some more; its offset is filled in. */
    void append(Piece piece, PendingLine pending, byte[] bytes, int from, int count) throws IOException {
        boolean written = false;
        try {
            new Piece(size, piece.time(), piece.stream(), piece.open()).write(record.clear());
            index.write(record.array());
            text.write(pending.bytes(), 0, pending.length());
            text.write(bytes, from, count);
            size += pending.length() + count;
            written = true;
        } finally {
            if (!written) {
                findEnd();
            }
        }
    }

    /** Whether the writer has closed these files, and has thereby said that all is there. A killed one has not. */
    static boolean isComplete(Path textFile) throws IOException {
        try (FileChannel index = FileChannel.open(indexOf(textFile))) {
            ByteBuffer last = ByteBuffer.allocate(Piece.BYTES);
            long position = index.size() / Piece.BYTES * Piece.BYTES - Piece.BYTES;
            return position >= 0 && index.read(last, position) == Piece.BYTES && last.getLong(Long.BYTES) == Piece.COMPLETE;
        }
    }

    /** Writes down that all is there. */
    void complete() throws IOException {
        record.clear().putLong(size).putLong(Piece.COMPLETE);
        index.write(record.array());
    }

    @Override
    public void close() throws IOException {
        try (text) {
            index.close();
        }
    }
}
