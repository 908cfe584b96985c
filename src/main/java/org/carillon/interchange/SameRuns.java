package org.carillon.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import org.carillon.trigger.Trigger;

/** Whether two triggers have the same runs: the next hundred, and those around the clock changes to come. */
final class SameRuns {
    private static final int RUNS = 100;
    private static final int CHANGES = 20;
    private static final int MOST_AROUND_A_CHANGE = 2_000;
    private static final Duration AROUND = Duration.ofHours(3);

    private SameRuns() {}

    /** @return the first run that only one of them has; null if there is none */
    static Instant firstDifference(Trigger one, Trigger other, Instant from) {
        if (one.equals(other)) {
            return null;
        }
        Instant different = difference(one, other, from, Instant.MAX, RUNS);
        for (ZoneId zone : new ZoneId[] {one.zone(), other.zone()}) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            for (int i = 0; i < CHANGES && change != null && different == null; i++) {
                Instant at = change.getInstant();
                Instant begin = at.minus(AROUND).isBefore(from) ? from : at.minus(AROUND);
                different = difference(one, other, begin, at.plus(AROUND), MOST_AROUND_A_CHANGE);
                change = zone.getRules().nextTransition(at);
            }
        }
        return different;
    }

    private static Instant difference(Trigger one, Trigger other, Instant from, Instant to, int most) {
        Instant at = from;
        for (int i = 0; i < most; i++) {
            Instant first = one.next(at);
            Instant second = other.next(at);
            if (!Objects.equals(first, second)) {
                Instant earlier = first == null || second != null && second.isBefore(first) ? second : first;
                return earlier.isAfter(to) ? null : earlier;
            }
            if (first == null || first.isAfter(to)) {
                return null;
            }
            at = first;
        }
        return null;
    }
}
