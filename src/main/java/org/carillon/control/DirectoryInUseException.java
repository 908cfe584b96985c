package org.carillon.control;

import java.nio.file.Path;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** Another process owns the data directory. */
public final class DirectoryInUseException extends ExplainedException {
    private final long process;

    /** @param process the owner's process id, 0 where it cannot be told */
    DirectoryInUseException(Path directory, long process) {
        super(process == 0
                ? Message.of("control.lock.heldBySomebody", directory.toString())
                : Message.of("control.lock.held", directory.toString(), Long.toString(process)));
        this.process = process;
    }

    /** The owner's process id, 0 where it cannot be told. */
    public long process() {
        return process;
    }
}
