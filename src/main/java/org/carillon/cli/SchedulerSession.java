package org.carillon.cli;

import org.carillon.engine.Scheduler;

/**
 * A scheduler on a data directory: of the instance that runs there, or of this process, which then has the directory for itself.
 *
 * @param live    whether it is of an instance that runs: what it calls running is running
 * @param release closes the scheduler and gives back what was taken
 */
public record SchedulerSession(Scheduler scheduler, boolean live, Runnable release) implements AutoCloseable {
    /** Closes the scheduler and gives back what was taken. */
    @Override
    public void close() {
        release.run();
    }
}
