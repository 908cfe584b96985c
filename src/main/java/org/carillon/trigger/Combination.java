package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carillon.message.Message;

/**
 * What {@code any} and {@code all} have in common: parts, and limits of their own besides those of the parts.
 *
 * @param start inclusive, null for none
 * @param end   inclusive, null for none
 */
record Combination(List<Trigger> parts, Instant start, Instant end, ZoneId zone, ClockChange clockChange) {
    Combination {
        parts = List.copyOf(parts);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(clockChange, "clockChange");
        if (parts.isEmpty()) {
            throw TriggerException.of("triggers", Message.of("trigger.combination.empty"));
        }
    }

    /** Whether both end and begin at the same times; the parts follow their own choice at clock changes. */
    boolean hasLimitsOf(Combination that) {
        return Objects.equals(start, that.start) && Objects.equals(end, that.end) && zone.equals(that.zone);
    }

    /** @param parts what its parts come down to */
    int hashWith(Set<Trigger> parts) {
        return Objects.hash(parts, start, end, zone);
    }

    /** The latest moment after which to look for runs that are after {@code after} and not before the start. */
    Instant notBeforeStart(Instant after) {
        return start != null && start.isAfter(after) ? start.minusNanos(1) : after;
    }

    Instant notAfterEnd(Instant before) {
        return end != null && end.isBefore(before) ? end.plusNanos(1) : before;
    }

    /** The same, or never where nothing within the end is left. */
    Answer untilEnd(Answer found) {
        Instant at = found.run() == null ? found.reached() : found.run();
        return at != null && end != null && at.isAfter(end) ? Answer.NEVER : found;
    }

    /** The same, or never where nothing from the start on is left. */
    Answer sinceStart(Answer found) {
        Instant at = found.run() == null ? found.reached() : found.run();
        return at != null && start != null && at.isBefore(start) ? Answer.NEVER : found;
    }
}
