package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that is seen.
 *
 * @param from where it begins
 * @param to   where it ends, later than that
 */
record TimeSpan(Instant from, Instant to) {
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofDays(62);

    TimeSpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** As long as that, with that time a third from its beginning: more is to come than to be looked back at. */
    static TimeSpan around(Instant time, Duration length) {
        Instant from = time.minus(length.dividedBy(3));
        return new TimeSpan(from, from.plus(length));
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** Where a time lies: 0 at the beginning, 1 at the end, less or more outside. */
    double share(Instant time) {
        return (double) Duration.between(from, time).toMillis() / length().toMillis();
    }

    /** The time that lies there. */
    Instant time(double share) {
        return from.plusMillis(Math.round(share * length().toMillis()));
    }

    /** Later by so many of its lengths; earlier by a negative number. */
    TimeSpan moved(double lengths) {
        return new TimeSpan(time(lengths), time(1 + lengths));
    }

    /** So many times as long, within limits; what lies there stays there. */
    TimeSpan zoomed(double factor, double share) {
        long length = Math.clamp(Math.round(length().toMillis() * factor), SHORTEST.toMillis(), LONGEST.toMillis());
        Instant begin = time(share).minusMillis(Math.round(share * length));
        return new TimeSpan(begin, begin.plusMillis(length));
    }
}
