package org.carillon.app;

import org.carillon.cli.SchedulerAccess;
import org.carillon.cli.SchedulerSession;
import org.carillon.engine.SchedulerListener;
import org.carillon.settings.DataDirectory;

/** Gives the command line its schedulers. */
final class AppContext implements SchedulerAccess {
    @Override
    public SchedulerSession open(DataDirectory directory) {
        return session(Instance.open(directory));
    }

    @Override
    public SchedulerSession start(DataDirectory directory, SchedulerListener listener) {
        return session(Instance.start(directory, listener));
    }

    private static SchedulerSession session(Instance instance) {
        return new SchedulerSession(instance.scheduler(), instance::close);
    }
}
