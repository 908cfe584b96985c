package org.carillon.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.carillon.control.DirectoryInUseException;

/**
 * How a data directory is come by that somebody else may have for a moment: a command that asks something while nothing schedules, or
 * an instance that begins or ends. A service that starts just then must not give up.
 */
final class DirectoryTurn {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private DirectoryTurn() {
    }

    /**
     * Waits until the directory is this process's own, or its owner answers.
     *
     * @param own   opens it, or throws {@link DirectoryInUseException}
     * @param owner what is done with the instance that has it, if one answers; it may throw the exception again, too
     * @throws DirectoryInUseException if it is in use for ten seconds by somebody who does not answer
     */
    static <T> T await(Supplier<T> own, Owner<T> owner) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return own.get();
            } catch (DirectoryInUseException e) {
                Optional<T> answered = owner.ask(e);
                if (answered.isPresent()) {
                    return answered.get();
                }
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /** What becomes of it when another process has the directory. */
    interface Owner<T> {
        /** @return empty if no owner answers */
        Optional<T> ask(DirectoryInUseException inUse);
    }
}
