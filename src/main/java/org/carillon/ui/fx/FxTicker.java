package org.carillon.ui.fx;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.util.Subscription;

/**
 * Ticks from one thread of its own. A JavaFX animation would do as well, but keeps the toolkit drawing sixty times a
 * second while nothing changes.
 */
public final class FxTicker implements Ticker, AutoCloseable {
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("window-ticks").daemon().factory());

    @Override
    public Subscription every(Duration period, Runnable action) {
        AtomicBoolean waiting = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        Runnable onFxThread = () -> {
            waiting.set(false);
            if (!ended.get()) {
                action.run();
            }
        };
        Future<?> ticks = clock.scheduleAtFixedRate(() -> {
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(onFxThread);
            }
        }, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            ended.set(true);
            ticks.cancel(false);
        };
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
