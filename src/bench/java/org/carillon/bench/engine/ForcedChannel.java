package org.carillon.bench.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** Forces the content of the file to disk after every write. As thread-safe as what it wraps. */
final class ForcedChannel extends FileBase {
    private final FileChannel base;

    ForcedChannel(FileChannel base) {
        this.base = base;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = base.write(source);
        base.force(false);
        return written;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int written = base.write(source, position);
        base.force(false);
        return written;
    }

    @Override
    public long size() throws IOException {
        return base.size();
    }

    @Override
    public long position() throws IOException {
        return base.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        base.position(position);
        return this;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return base.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return base.read(target, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        base.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }
}
