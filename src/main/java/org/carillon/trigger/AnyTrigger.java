package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Runs whenever one of its parts does, until none can run again. Every part keeps its own start and end, and its own phase.
 *
 * <p>A part that can only be searched step by step may come less far than to the earliest run of the others. Then that run is not certain
 * to be the next: the answer is null, and {@link #searchedUntil} says how far it came.
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

    Combination combination() {
        return combination;
    }

    /** How many of its parts can only be searched step by step, each of which has its share of the whole search. */
    int searchedParts() {
        return (int) combination.parts().stream().filter(AnyTrigger::isSearched).count();
    }

    private static boolean isSearched(Trigger part) {
        return part instanceof AllTrigger || part instanceof AnyTrigger any && any.parts().stream().anyMatch(AnyTrigger::isSearched);
    }

    @Override
    public Instant next(Instant after) {
        return next(after, new Budget()).run();
    }

    Answer next(Instant after, Budget budget) {
        Instant from = combination.notBeforeStart(after);
        return combination.untilEnd(Answer.earliest(ofParts(budget, (part, share) -> Answer.next(part, from, share))));
    }

    @Override
    public Instant previous(Instant before) {
        return previous(before, new Budget()).run();
    }

    Answer previous(Instant before, Budget budget) {
        Instant until = combination.notAfterEnd(before);
        return combination.sinceStart(Answer.latest(ofParts(budget, (part, share) -> Answer.previous(part, until, share))));
    }

    private List<Answer> ofParts(Budget budget, BiFunction<Trigger, Budget, Answer> question) {
        int searched = Math.max(1, searchedParts());
        List<Answer> answers = new ArrayList<>();
        for (Trigger part : combination.parts()) {
            Budget share = budget.shareOf(searched);
            answers.add(question.apply(part, share));
            budget.spend(share.used());
        }
        return answers;
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
        return other instanceof AnyTrigger that && combination.hasLimitsOf(that.combination) && CombinedParts.of(this).equals(CombinedParts.of(that));
    }

    @Override
    public int hashCode() {
        Object simplest = CombinedParts.simplest(this);
        return simplest != this ? simplest.hashCode() : combination.hashWith(CombinedParts.of(this));
    }

    @Override
    public String toString() {
        return "any of " + combination.parts();
    }
}
