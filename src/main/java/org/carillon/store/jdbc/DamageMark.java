package org.carillon.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carillon.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An empty file beside a data file in which damage was seen: whoever opens it next reads all of it first. */
final class DamageMark {
    private static final Logger LOG = LoggerFactory.getLogger(DamageMark.class);

    private final Path file;
    private final Path mark;

    DamageMark(Path file) {
        this.file = file;
        this.mark = file.resolveSibling(file.getFileName() + ".damaged");
    }

    boolean isThere() {
        return Files.exists(mark);
    }

    /** Failing that is only logged: whoever calls this has a failure to tell already. */
    void put() {
        if (isThere()) {
            return;
        }
        try {
            OwnerOnly.makeFile(mark);
            LOG.error("The data file {} is damaged. The next start reads all of it, and puts the newest whole backup in its place", file);
        } catch (IOException e) {
            LOG.warn("It could not be noted that the data file {} is damaged", file, e);
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(mark);
    }
}
