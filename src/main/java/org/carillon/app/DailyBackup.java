package org.carillon.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.carillon.store.jdbc.H2Backups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the job store backed up as often as the settings say, usually once a day, while the program schedules. Looks every hour whether it is time, so that neither a short
 * session nor a long sleep leaves a day out. A failure is logged, and tried again an hour later.
 */
final class DailyBackup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("carillon-backup").daemon().factory());
    private final Supplier<H2Backups> backups;
    private final InstantSource clock;

    private DailyBackup(Supplier<H2Backups> backups, InstantSource clock) {
        this.backups = backups;
        this.clock = clock;
    }

    /**
     * @param backups as the settings have them now
     * @param first when to look for the first time: not while the program is just starting
     */
    static DailyBackup start(Supplier<H2Backups> backups, InstantSource clock, Duration first) {
        return start(backups, clock, first, EVERY);
    }

    /** @param every how often to look then */
    static DailyBackup start(Supplier<H2Backups> backups, InstantSource clock, Duration first, Duration every) {
        DailyBackup daily = new DailyBackup(backups, clock);
        daily.thread.scheduleWithFixedDelay(daily::look, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return daily;
    }

    /** Makes one now, whatever there is; at another time than this makes one by itself. */
    Path make() {
        try {
            return thread.submit(() -> backups.get().makeNow(clock.instant())).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void look() {
        try {
            backups.get().makeIfDue(clock.instant()).ifPresent(file -> LOG.info("Backed the job store up to {}", file));
        } catch (RuntimeException | Error e) {
            // What got out of here would end all backups, without a word.
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
