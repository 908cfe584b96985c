package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Runs at the instants on which all of its parts agree (equal when cut to the second; the latest of them counts), until one can't run again.
 * Every part keeps its own start and end, and its own phase.
 *
 * <p>Where it is certain that the parts never meet again, as it can be among cron parts and among intervals, the answer is never. Else
 * a search that finds nothing in a bounded number of steps answers null, and {@link #searchedUntil} says how far it came.
 */
public final class AllTrigger implements Trigger {
    private final Combination combination;
    private final List<Meeting> meetings;

    /**
     * @param start no run is earlier, null for none
     * @param end   no run is later, null for none
     * @throws TriggerException if there are no parts
     */
    public AllTrigger(List<Trigger> parts, Instant start, Instant end, ZoneId zone, ClockChange clockChange) {
        this.combination = new Combination(parts, start, end, zone, clockChange);
        this.meetings = Meeting.of(combination.parts());
    }

    public AllTrigger(List<Trigger> parts, ZoneId zone) {
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
        Instant limit = combination.notBeforeStart(after);
        Instant from = justBefore(limit.getEpochSecond());
        while (true) {
            Instant met = nextMeeting(from, budget);
            if (met == null || met.isAfter(limit)) {
                return combination.unlessAfterEnd(met);
            }
            from = justBefore(met.getEpochSecond() + 1);
        }
    }

    /** The first agreement strictly after that instant, where {@code from} is the end of a second. */
    private Instant nextMeeting(Instant start, Budget budget) {
        Instant from = start;
        while (budget.take(from)) {
            Instant latest = null;
            long earliest = Long.MAX_VALUE;
            for (Meeting meeting : meetings) {
                Instant next = meeting.next(from, budget);
                if (next == null) {
                    return null;
                }
                earliest = Math.min(earliest, next.getEpochSecond());
                latest = latest == null || next.isAfter(latest) ? next : latest;
            }
            if (earliest == latest.getEpochSecond()) {
                return latest;
            }
            if (combination.unlessAfterEnd(latest) == null) {
                return null;
            }
            from = justBefore(latest.getEpochSecond());
        }
        return null;
    }

    @Override
    public Instant previous(Instant before) {
        return previous(before, new Budget());
    }

    Instant previous(Instant before, Budget budget) {
        Instant limit = combination.notAfterEnd(before);
        Instant until = limit;
        while (budget.take(until)) {
            long earliest = Long.MAX_VALUE;
            long latest = Long.MIN_VALUE;
            for (Trigger part : combination.parts()) {
                Instant previous = Budget.previous(part, until, budget);
                if (previous == null) {
                    return null;
                }
                earliest = Math.min(earliest, previous.getEpochSecond());
                latest = Math.max(latest, previous.getEpochSecond());
            }
            Instant met = earliest == latest ? nextMeeting(justBefore(earliest), budget) : null;
            if (met != null && met.isBefore(limit)) {
                return combination.unlessBeforeStart(met);
            }
            if (combination.start() != null && earliest < combination.start().getEpochSecond()) {
                return null;
            }
            until = Instant.ofEpochSecond(earliest == latest ? earliest : earliest + 1);
        }
        return null;
    }

    private static Instant justBefore(long second) {
        return second <= Instant.MIN.getEpochSecond() ? Instant.MIN : Instant.ofEpochSecond(second - 1, 999_999_999);
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
        return other instanceof AllTrigger that && combination.equals(that.combination);
    }

    @Override
    public int hashCode() {
        return combination.hashCode();
    }

    @Override
    public String toString() {
        return "all of " + combination.parts();
    }
}
