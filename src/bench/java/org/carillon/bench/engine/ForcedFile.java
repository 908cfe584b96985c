package org.carillon.bench.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2, {@code forced:}, under which every write is on the disk before it returns. With {@code WRITE_DELAY=0},
 * with which a commit is written before it returns, every transaction of any library is synced; and this costs a library less
 * than a {@code CHECKPOINT SYNC} after each commit would.
 */
public final class ForcedFile extends FilePathWrapper {
    private static final String SCHEME = "forced";

    /** To be called before a path that begins with {@code forced:} is used. */
    static void register() {
        FilePath.register(new ForcedFile());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new ForcedChannel(getBase().open(mode));
    }
}
