package org.carillon.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The least that a scheduler must do to know after a crash what it has started: a few bytes on the disk before each run. How late that makes
 * runs is the disk's doing. The file has its length from the beginning, which is the cheapest for the disk.
 */
final class ForcedNote implements JdkContender.Note {
    private static final int LENGTH = 300;
    private static final int MOST = 10_000;

    private final FileChannel channel;
    private long end;

    ForcedNote(Path directory) {
        try {
            channel = FileChannel.open(directory.resolve("started"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.write(ByteBuffer.allocate(LENGTH * MOST), 0);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void start() {
        try {
            channel.write(ByteBuffer.allocate(LENGTH), end);
            channel.force(false);
            end += LENGTH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
