package org.carillon.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carillon.store.StoreException;
import org.carillon.store.jdbc.H2Backups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the job store backed up once a day while the program schedules. Looks every hour whether it is time, so that neither a short
 * session nor a long sleep leaves a day out. A failure is logged, and tried again an hour later.
 */
final class DailyBackup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("carillon-backup").daemon().factory());
    private final H2Backups backups;
    private final InstantSource clock;

    private DailyBackup(H2Backups backups, InstantSource clock) {
        this.backups = backups;
        this.clock = clock;
    }

    /** @param first when to look for the first time: not while the program is just starting */
    static DailyBackup start(Path dataDirectory, InstantSource clock, Duration first) {
        DailyBackup daily = new DailyBackup(new H2Backups(dataDirectory), clock);
        daily.thread.scheduleWithFixedDelay(daily::look, first.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return daily;
    }

    private void look() {
        try {
            backups.makeIfDue(clock.instant()).ifPresent(file -> LOG.info("Backed the job store up to {}", file));
        } catch (StoreException e) {
            LOG.error("The job store could not be backed up", e);
        }
    }

    /** Lets a backup that is being made be finished. */
    @Override
    public void close() {
        thread.shutdown();
        thread.close();
    }
}
