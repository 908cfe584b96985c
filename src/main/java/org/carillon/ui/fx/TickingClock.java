package org.carillon.ui.fx;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** The wall clock as countdowns need it: a property that changes when a new second begins. For the FX thread alone. */
public final class TickingClock {
    private final InstantSource source;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Subscription ticks;

    public TickingClock(InstantSource source, Ticker ticker) {
        this.source = source;
        this.now = new ReadOnlyObjectWrapper<>(this, "now", source.instant());
        this.ticks = ticker.every(Ticker.PULL, this::tick);
    }

    private void tick() {
        Instant instant = source.instant();
        if (!instant.truncatedTo(ChronoUnit.SECONDS).equals(now.get().truncatedTo(ChronoUnit.SECONDS))) {
            now.set(instant);
        }
    }

    /** The time, at most one second old. */
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /** The time to the moment. */
    public Instant instant() {
        return source.instant();
    }

    /** Stops it. */
    public void close() {
        ticks.unsubscribe();
    }
}
