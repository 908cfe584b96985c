package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Runs once.
 *
 * @param at          when
 * @param start       a limit before which it does not run, null for none
 * @param end         a limit after which it does not run, null for none
 * @param zone        in which its time is shown
 * @param clockChange kept for the format's sake; an instant knows no clock change
 */
public record DateTrigger(Instant at, Instant start, Instant end, ZoneId zone, ClockChange clockChange) implements Trigger {
    public DateTrigger {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(clockChange, "clockChange");
    }

    public DateTrigger(Instant at, ZoneId zone) {
        this(at, null, null, zone, ClockChange.ONCE);
    }

    private boolean isWithinLimits() {
        return (start == null || !at.isBefore(start)) && (end == null || !at.isAfter(end));
    }

    @Override
    public Instant next(Instant after) {
        return at.isAfter(after) && isWithinLimits() ? at : null;
    }

    @Override
    public Instant previous(Instant before) {
        return at.isBefore(before) && isWithinLimits() ? at : null;
    }

    @Override
    public boolean equals(Object other) {
        return CombinedParts.simplest(other) instanceof DateTrigger that && at.equals(that.at) && zone.equals(that.zone)
                && Objects.equals(start, that.start) && Objects.equals(end, that.end);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, start, end, zone);
    }
}
