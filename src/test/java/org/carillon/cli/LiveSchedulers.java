package org.carillon.cli;

import org.carillon.control.server.ServedScheduler;
import org.carillon.engine.SchedulerListener;
import org.carillon.settings.DataDirectory;

/** The scheduler of an instance that runs, asked over its control API. */
record LiveSchedulers(ServedScheduler served) implements SchedulerAccess {
    @Override
    public SchedulerSession open(DataDirectory directory) {
        return new SchedulerSession(served.remote(), true, () -> { });
    }

    @Override
    public SchedulerSession start(DataDirectory directory, SchedulerListener listener, Runnable end) {
        throw new AssertionError("A second instance was started");
    }
}
