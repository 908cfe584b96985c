package org.carillon.store;

import java.time.Instant;

/**
 * Whether the scheduler is paused.
 *
 * @param since when it was paused, null while it is not
 * @param until when it goes on by itself, null for until it is resumed
 */
public record Pause(Instant since, Instant until) {
    public static final Pause NONE = new Pause(null, null);

    /** Whether it holds at that time. */
    public boolean holdsAt(Instant time) {
        return since != null && (until == null || time.isBefore(until));
    }
}
