package org.carillon.trigger;

import java.time.Instant;
import java.util.List;

/**
 * The runs of a trigger one after the other, the same as {@link Trigger#next} finds, but without searching twice for what a part of it has
 * answered already. For one use by one thread.
 */
final class RunsAhead {
    private final Trigger trigger;
    private final List<RunsAhead> parts;
    private final Budget all;
    private final Budget each;
    private Instant asked;
    private Answer found = Answer.NEVER;
    private boolean cut;

    /** @param steps after how many steps no further search is begun */
    RunsAhead(Trigger trigger, int steps) {
        this(trigger, new Budget(steps), new Budget());
    }

    private RunsAhead(Trigger trigger, Budget all, Budget each) {
        this.trigger = trigger;
        this.all = all;
        this.each = each;
        this.parts = trigger instanceof AnyTrigger any
                ? any.parts().stream().map(part -> new RunsAhead(part, all, each.shareOf(Math.max(1, any.searchedParts())))).toList()
                : List.of();
    }

    /** Whether a search was not begun any more, so that the latest answer is not certain. */
    boolean isCut() {
        return cut || parts.stream().anyMatch(RunsAhead::isCut);
    }

    /** The earliest run after that one; questions come in the order of time. */
    Answer next(Instant after) {
        if (asked == null || !holds(after)) {
            search(after);
        }
        return found;
    }

    /** Whether the latest answer is the one to this question too. */
    private boolean holds(Instant after) {
        return found.run() != null ? found.run().isAfter(after) : found.reached() == null || after.isBefore(found.reached());
    }

    private void search(Instant after) {
        asked = after;
        found = switch (trigger) {
            case AnyTrigger any -> earliest(any, after);
            case AllTrigger combined -> searchStepByStep(combined, after);
            default -> Answer.at(trigger.next(after));
        };
    }

    private Answer searchStepByStep(AllTrigger combined, Instant after) {
        if (all.isUsedUp()) {
            cut = true;
            return Answer.NEVER;
        }
        Budget steps = each.shareOf(1);
        Answer next = combined.next(after, steps);
        all.spend(steps.used());
        return next;
    }

    private Answer earliest(AnyTrigger any, Instant after) {
        Instant from = any.combination().notBeforeStart(after);
        Answer earliest = Answer.earliest(parts.stream().map(part -> part.next(from)).toList());
        if (earliest.reached() != null) {
            // from here on, a part's search may come further than it did from an earlier moment
            earliest = Answer.earliest(parts.stream().map(part -> part.nextUnlessDoubtful(from)).toList());
        }
        return any.combination().untilEnd(earliest);
    }

    private Answer nextUnlessDoubtful(Instant after) {
        if (found.reached() != null && !after.equals(asked)) {
            search(after);
        }
        return found;
    }
}
