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
    private static final long NONE = LocalSchedule.NONE;

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
        long second = limit.getEpochSecond();
        while (true) {
            long met = meet(second, budget);
            Instant latest = met == NONE ? null : latestIn(met, budget);
            if (latest == null || latest.isAfter(limit)) {
                return combination.unlessAfterEnd(latest);
            }
            second = met + 1;
        }
    }

    /** The first second from that one on in which all parts run, or none. */
    private long meet(long second, Budget budget) {
        long last = end() == null ? NONE - 1 : end().getEpochSecond();
        long from = second;
        while (from <= last && budget.take(from)) {
            long earliest = NONE;
            long latest = from;
            for (Meeting meeting : meetings) {
                long next = meeting.next(from, budget);
                earliest = Math.min(earliest, next);
                latest = Math.max(latest, next);
            }
            if (earliest == latest || latest == NONE) {
                return latest;
            }
            from = latest;
        }
        return NONE;
    }

    /** The latest of the parts' first instants in a second in which they all run. */
    private Instant latestIn(long second, Budget budget) {
        Instant latest = null;
        for (Trigger part : combination.parts()) {
            Instant next = Budget.next(part, Budget.justBefore(second), budget);
            latest = latest == null || next != null && next.isAfter(latest) ? next : latest;
        }
        return latest;
    }

    @Override
    public Instant previous(Instant before) {
        return previous(before, new Budget());
    }

    Instant previous(Instant before, Budget budget) {
        Instant limit = combination.notAfterEnd(before);
        Instant until = limit;
        while (budget.take(until.getEpochSecond())) {
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
            Instant met = earliest == latest ? latestIn(earliest, budget) : null;
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
