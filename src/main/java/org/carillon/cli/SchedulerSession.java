package org.carillon.cli;

import org.carillon.engine.Scheduler;

/**
 * A scheduler on a data directory that this process has for itself.
 *
 * @param release closes the scheduler and gives the directory back
 */
public record SchedulerSession(Scheduler scheduler, Runnable release) implements AutoCloseable {
    /** Closes the scheduler and gives the directory back. */
    @Override
    public void close() {
        release.run();
    }
}
