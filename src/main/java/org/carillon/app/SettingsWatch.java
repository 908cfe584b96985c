package org.carillon.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether somebody else has written the settings, in a thread of its own. */
final class SettingsWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("carillon-settings").daemon().factory());
    private final LiveSettings settings;

    private SettingsWatch(LiveSettings settings) {
        this.settings = settings;
    }

    /** @param first is done before the first look */
    static SettingsWatch start(LiveSettings settings, Runnable first) {
        SettingsWatch watch = new SettingsWatch(settings);
        watch.thread.execute(first);
        watch.thread.scheduleWithFixedDelay(watch::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            settings.look();
        } catch (RuntimeException | Error e) {
            // What got out of here would end all looking, without a word.
            LOG.error("Changed settings could not be taken up", e);
        }
    }

    /** Lets what is being taken up be finished. */
    @Override
    public void close() {
        thread.shutdown();
        thread.close();
    }
}
