package org.carillon.job;

import java.time.Instant;
import java.util.Objects;

/**
 * Many planned occurrences accounted for by one ledger entry.
 *
 * @param from  the first planned time
 * @param to    the last planned time
 * @param count how many occurrences, at least 1
 */
public record Stretch(Instant from, Instant to, long count) {
    public Stretch {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (count < 1 || to.isBefore(from)) {
            throw new IllegalArgumentException("Not a stretch: " + from + " to " + to + ", " + count);
        }
    }
}
