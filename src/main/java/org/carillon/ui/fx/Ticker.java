package org.carillon.ui.fx;

import java.time.Duration;
import javafx.util.Subscription;

/** Calls on the FX thread at a steady pace. Tests use one that ticks by hand. */
public interface Ticker {
    /** How often the window looks for what is new. */
    Duration PULL = Duration.ofMillis(100);

    /**
     * Calls {@code action} on the FX thread about that often; calls that the FX thread could not keep up with are left out.
     *
     * @return what ends the calls
     */
    Subscription every(Duration period, Runnable action);
}
