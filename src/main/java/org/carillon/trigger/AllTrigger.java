package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Runs at the instants on which all of its parts agree (equal when cut to the second; the latest of them counts), until one can't run again.
 * Every part keeps its own start and end, and its own phase.
 *
 * <p>Where it is certain that the parts never meet again, the answer is never. That is known of cron parts of one zone and of intervals of
 * whole seconds; of cron parts of several zones where the zones stay whole hours apart and no minute and second of the hour is common to
 * all; and of other intervals where two of them never run in the same second. Else a search that finds nothing in a bounded number of steps
 * answers null, and {@link #searchedUntil} says how far it came.
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
        return next(after, new Budget()).run();
    }

    Answer next(Instant after, Budget budget) {
        Instant limit = combination.notBeforeStart(after);
        long last = end() == null ? NONE - 1 : end().getEpochSecond();
        long from = limit.getEpochSecond();
        while (from <= last) {
            if (!budget.take()) {
                return Answer.searchedTo(Instant.ofEpochSecond(from));
            }
            long earliest = NONE;
            long latest = from;
            for (Meeting meeting : meetings) {
                long next = meeting.next(from, budget);
                earliest = Math.min(earliest, next);
                latest = Math.max(latest, next);
            }
            if (earliest == latest && latest < NONE) {
                Instant met = latestIn(latest, budget);
                if (met != null && met.isAfter(limit)) {
                    return combination.untilEnd(Answer.at(met));
                }
                latest++;
            }
            from = latest;
        }
        return Answer.NEVER;
    }

    /** The latest of the parts' first instants in that second; null unless they all run in it. */
    private Instant latestIn(long second, Budget budget) {
        Instant latest = null;
        for (Trigger part : combination.parts()) {
            Budget share = budget.shareOfOneQuestion();
            Instant next = Answer.next(part, Budget.justBefore(second), share).run();
            budget.spend(share.used());
            if (next == null || next.getEpochSecond() != second) {
                return null;
            }
            latest = latest == null || next.isAfter(latest) ? next : latest;
        }
        return latest;
    }

    @Override
    public Instant previous(Instant before) {
        return previous(before, new Budget()).run();
    }

    Answer previous(Instant before, Budget budget) {
        Instant limit = combination.notAfterEnd(before);
        Instant until = limit;
        while (budget.take()) {
            long earliest = Long.MAX_VALUE;
            long latest = Long.MIN_VALUE;
            for (Trigger part : combination.parts()) {
                Budget share = budget.shareOfOneQuestion();
                Answer answer = Answer.previous(part, until, share);
                budget.spend(share.used());
                if (answer.equals(Answer.NEVER)) {
                    return Answer.NEVER;
                }
                long second = (answer.run() != null ? answer.run() : answer.reached().minusNanos(1)).getEpochSecond();
                earliest = Math.min(earliest, second);
                latest = Math.max(latest, second);
            }
            Instant met = earliest == latest ? latestIn(earliest, budget) : null;
            if (met != null && met.isBefore(limit)) {
                return combination.sinceStart(Answer.at(met));
            }
            if (combination.start() != null && earliest < combination.start().getEpochSecond()) {
                return Answer.NEVER;
            }
            until = Instant.ofEpochSecond(earliest == latest ? earliest : earliest + 1);
        }
        return combination.sinceStart(Answer.searchedTo(until));
    }

    @Override
    public Instant searchedUntil(Instant after) {
        return next(after, new Budget()).reached();
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
        Object mine = CombinedParts.simplest(this);
        Object theirs = CombinedParts.simplest(other);
        if (mine != this || theirs != other) {
            return mine.equals(theirs);
        }
        return other instanceof AllTrigger that && combination.hasLimitsOf(that.combination) && CombinedParts.of(this).equals(CombinedParts.of(that));
    }

    @Override
    public int hashCode() {
        Object simplest = CombinedParts.simplest(this);
        return simplest != this ? simplest.hashCode() : combination.hashWith(CombinedParts.of(this));
    }

    @Override
    public String toString() {
        return "all of " + combination.parts();
    }
}
