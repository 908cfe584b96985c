package org.carillon.cli;

import org.carillon.control.InstanceLock;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.SchedulerListener;
import org.carillon.log.RunLogs;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.SettingsFile;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;

/** Schedulers on real files, put together as the program does. */
final class RealSchedulers implements SchedulerAccess {
    @Override
    public SchedulerSession open(DataDirectory directory) {
        directory.prepare();
        InstanceLock lock = InstanceLock.acquire(directory.lockFile());
        JobStore store = H2JobStore.open(directory.root());
        SettingsFile settings = new SettingsFile(directory.settingsFile());
        BackgroundScheduler scheduler = BackgroundScheduler.builder()
                .store(store)
                .logs(new RunLogs(directory.logs()))
                .executors(settings.readExecutors())
                .keepExecutors(settings::writeExecutors)
                .identity(directory.root().toString())
                .build();
        return new SchedulerSession(scheduler, false, () -> {
            scheduler.close();
            store.close();
            lock.close();
        });
    }

    @Override
    public SchedulerSession start(DataDirectory directory, SchedulerListener listener, Runnable end) {
        SchedulerSession session = open(directory);
        session.scheduler().listen(listener);
        ((BackgroundScheduler) session.scheduler()).start();
        return session;
    }
}
