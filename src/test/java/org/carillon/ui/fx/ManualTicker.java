package org.carillon.ui.fx;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.util.Subscription;

/** Ticks when the test says so. */
public final class ManualTicker implements Ticker {
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    @Override
    public Subscription every(Duration period, Runnable action) {
        actions.add(action);
        return () -> actions.remove(action);
    }

    public void tick() {
        actions.forEach(Runnable::run);
    }

    public boolean isIdle() {
        return actions.isEmpty();
    }
}
