package org.carillon.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.carillon.control.DirectoryInUseException;
import org.carillon.control.InstanceLock;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.ExecutorSpec;
import org.carillon.engine.SchedulerListener;
import org.carillon.job.Job;
import org.carillon.log.RunLogs;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.DirectoryException;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.carillon.store.jdbc.H2JobStore;

/** Everything that works on one data directory, which this process has for itself until it is closed. */
final class Instance implements AutoCloseable {
    /** How long after the start the first backup is looked after. */
    private static final Duration FIRST_BACKUP = Duration.ofSeconds(30);

    private final DataDirectory directory;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final Settings settings;
    private final RunLogs logs;
    private final BackgroundScheduler scheduler;

    private Instance(DataDirectory directory) {
        this.directory = directory;
        this.logs = new RunLogs(directory.logs());
        boolean complete = false;
        try {
            InstanceLock lock = InstanceLock.acquire(directory.lockFile());
            closing.push(lock::close);
            ProgramLog.writeTo(directory.programLog());
            settings = new SettingsFile(directory.settingsFile()).read();
            JobStore store = H2JobStore.open(directory.root());
            closing.push(store::close);
            scheduler = scheduler(store);
            closing.push(scheduler::close);
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /**
     * Opens it; nothing is scheduled yet.
     *
     * @throws DirectoryInUseException if another process has the directory
     * @throws DirectoryException      if it cannot be used
     * @throws StoreException          if its store cannot be used
     */
    static Instance open(DataDirectory directory) {
        return new Instance(directory.prepare());
    }

    /** Opens it and begins to schedule. @param listener hears everything from the start on */
    static Instance start(DataDirectory directory, SchedulerListener listener) {
        Instance instance = open(directory);
        boolean started = false;
        try {
            instance.scheduler.listen(listener);
            instance.scheduler.start();
            DailyBackup backup = DailyBackup.start(directory.root(), InstantSource.system(), FIRST_BACKUP);
            instance.closing.push(backup::close);
            started = true;
            return instance;
        } finally {
            if (!started) {
                instance.close();
            }
        }
    }

    private BackgroundScheduler scheduler(JobStore store) {
        return BackgroundScheduler.builder()
                .store(store)
                .logs(logs)
                .executor(ExecutorSpec.of(Job.DEFAULT_EXECUTOR, settings.atOnce()))
                .identity(directory.root().toString())
                .build();
    }

    DataDirectory directory() {
        return directory;
    }

    /** As they were when it was opened. */
    Settings settings() {
        return settings;
    }

    RunLogs logs() {
        return logs;
    }

    BackgroundScheduler scheduler() {
        return scheduler;
    }

    /** Stops what runs, closes the store and gives the directory back. Further calls wait for the first one. */
    @Override
    public synchronized void close() {
        try {
            while (!closing.isEmpty()) {
                closing.pop().run();
            }
        } finally {
            if (!closing.isEmpty()) {
                close();
            }
        }
    }
}
