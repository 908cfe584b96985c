package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Runs whenever one of its parts does, until none can run again. Every part keeps its own start and end, and its own phase.
 */
public final class AnyTrigger implements Trigger {
    private final Combination combination;

    /**
     * @param start no run is earlier, null for none
     * @param end   no run is later, null for none
     * @throws TriggerException if there are no parts
     */
    public AnyTrigger(List<Trigger> parts, Instant start, Instant end, ZoneId zone, ClockChange clockChange) {
        this.combination = new Combination(parts, start, end, zone, clockChange);
    }

    public AnyTrigger(List<Trigger> parts, ZoneId zone) {
        this(parts, null, null, zone, ClockChange.ONCE);
    }

    public List<Trigger> parts() {
        return combination.parts();
    }

    @Override
    public Instant next(Instant after) {
        return next(after, new Budget());
    }

    Instant next(Instant after, Budget budget) {
        Instant from = combination.notBeforeStart(after);
        Instant earliest = null;
        for (Trigger part : combination.parts()) {
            Instant next = Budget.next(part, from, budget);
            if (next != null && (earliest == null || next.isBefore(earliest))) {
                earliest = next;
            }
        }
        return combination.unlessAfterEnd(earliest);
    }

    @Override
    public Instant previous(Instant before) {
        return previous(before, new Budget());
    }

    Instant previous(Instant before, Budget budget) {
        Instant until = combination.notAfterEnd(before);
        Instant latest = null;
        for (Trigger part : combination.parts()) {
            Instant previous = Budget.previous(part, until, budget);
            if (previous != null && (latest == null || previous.isAfter(latest))) {
                latest = previous;
            }
        }
        return combination.unlessBeforeStart(latest);
    }

    @Override
    public Instant searchedUntil(Instant after) {
        Budget budget = new Budget();
        Instant found = next(after, budget);
        return found == null ? combination.unlessAfterEnd(budget.reached()) : null;
    }

    @Override
    public ZoneId zone() {
        return combination.zone();
    }

    @Override
    public Instant start() {
        return combination.start();
    }

    @Override
    public Instant end() {
        return combination.end();
    }

    @Override
    public ClockChange clockChange() {
        return combination.clockChange();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnyTrigger that && combination.equals(that.combination);
    }

    @Override
    public int hashCode() {
        return combination.hashCode();
    }

    @Override
    public String toString() {
        return "any of " + combination.parts();
    }
}
