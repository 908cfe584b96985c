package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.trigger.Trigger;

/**
 * One planned run as it is drawn, or several that lie too close together to be drawn apart.
 *
 * @param at    the first one
 * @param until the last one, the same time if there is only one
 */
record Planned(Instant at, Instant until) {
    boolean isBand() {
        return until.isAfter(at);
    }

    /**
     * What a trigger plans in a stretch of time. Asks the trigger at most two times for every gap that fits in, however often it
     * fires.
     *
     * @param from inclusive
     * @param to   exclusive
     * @param gap  what is closer together becomes one band
     */
    static List<Planned> of(Trigger trigger, Instant from, Instant to, Duration gap) {
        List<Planned> found = new ArrayList<>();
        Instant next = trigger.next(from.minusNanos(1));
        while (next != null && next.isBefore(to)) {
            Instant begin = next;
            Instant last = begin;
            next = trigger.next(begin);
            while (next != null && next.isBefore(to) && next.isBefore(last.plus(gap))) {
                last = latest(trigger, next, earlier(last.plus(gap), to));
                next = trigger.next(last);
            }
            found.add(new Planned(begin, last));
        }
        return found;
    }

    /** The last run before a time, which is at or after a run that is known. */
    private static Instant latest(Trigger trigger, Instant known, Instant before) {
        Instant last = trigger.previous(before);
        return last == null || last.isBefore(known) ? known : last;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
