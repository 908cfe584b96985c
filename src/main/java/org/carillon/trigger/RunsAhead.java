package org.carillon.trigger;

import java.time.Instant;
import java.util.List;

/**
 * The runs of a trigger one after the other, the same as {@link Trigger#next} finds, but without searching twice for what a part of it has
 * answered already. All questions together keep to one budget. For one use by one thread.
 */
final class RunsAhead {
    private final Trigger trigger;
    private final List<RunsAhead> parts;
    private final Budget budget;
    private boolean asked;
    private Instant found;
    private Instant noneUntil;

    /** @param steps how much all questions together may take */
    RunsAhead(Trigger trigger, int steps) {
        this(trigger, new Budget(steps));
    }

    private RunsAhead(Trigger trigger, Budget budget) {
        this.trigger = trigger;
        this.budget = budget;
        this.parts = trigger instanceof AnyTrigger any ? any.parts().stream().map(part -> new RunsAhead(part, budget)).toList() : List.of();
    }

    /** Whether the budget did not last, so that the latest answer is not certain. */
    boolean isCut() {
        return budget.reached() != null;
    }

    /** How far a search came that found nothing; null when it is certain for ever. */
    Instant noneUntil() {
        return noneUntil;
    }

    /** The earliest run after that one; questions come in the order of time. */
    Instant next(Instant after) {
        boolean holds = found != null ? found.isAfter(after) : noneUntil == null || after.isBefore(noneUntil);
        if (!asked || !holds) {
            asked = true;
            found = search(after);
        }
        return found;
    }

    private Instant search(Instant after) {
        return switch (trigger) {
            case AnyTrigger any -> earliest(any, after);
            case AllTrigger all -> {
                Budget own = new Budget(Math.min(Budget.STEPS, budget.left()));
                boolean whole = own.left() == Budget.STEPS;
                Instant next = all.next(after, own);
                spend(whole ? Budget.STEPS - own.left() : budget.left() - own.left(), own.reached(), whole);
                noneUntil = next == null ? own.reached() : null;
                yield next;
            }
            default -> trigger.next(after);
        };
    }

    private void spend(int steps, Instant reached, boolean whole) {
        budget.spend(steps);
        if (reached != null && !whole) {
            budget.take(reached.getEpochSecond());
        }
    }

    private Instant earliest(AnyTrigger any, Instant after) {
        Instant from = any.start() != null && any.start().isAfter(after) ? any.start().minusNanos(1) : after;
        Instant earliest = null;
        noneUntil = null;
        for (RunsAhead part : parts) {
            Instant next = part.next(from);
            if (next != null && (earliest == null || next.isBefore(earliest))) {
                earliest = next;
            }
            if (part.noneUntil != null && (noneUntil == null || part.noneUntil.isBefore(noneUntil))) {
                noneUntil = part.noneUntil;
            }
        }
        return earliest == null || any.end() != null && earliest.isAfter(any.end()) ? null : earliest;
    }
}
