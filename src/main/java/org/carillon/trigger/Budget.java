package org.carillon.trigger;

import java.time.Instant;

/**
 * How many steps a search may still take before it says how far it came. Counted in steps, not in time, so that
 * the same question always has the same answer. For one search.
 */
final class Budget {
    static final int STEPS = 16_000;

    private int left;
    private Instant reached;

    /** One for a question on its own. */
    Budget() {
        this(STEPS);
    }

    Budget(int steps) {
        left = steps;
    }

    int left() {
        return left;
    }

    /** Counts what a step costs besides itself. */
    void spend(int steps) {
        left = Math.max(0, left - steps);
    }

    /** Takes a step; false when none is left, and then that second is how far the search came. */
    boolean take(long second) {
        if (left > 0) {
            left--;
            return true;
        }
        if (reached == null) {
            reached = Instant.ofEpochSecond(second);
        }
        return false;
    }

    /** How far the search came when its steps were used up; null while there are some left. */
    Instant reached() {
        return reached;
    }

    /** The last instant before that second. */
    static Instant justBefore(long second) {
        return second <= Instant.MIN.getEpochSecond() ? Instant.MIN : Instant.ofEpochSecond(second - 1, 999_999_999);
    }

    static Instant next(Trigger trigger, Instant after, Budget budget) {
        return switch (trigger) {
            case AllTrigger all -> all.next(after, budget);
            case AnyTrigger any -> any.next(after, budget);
            default -> {
                budget.spend(1);
                yield trigger.next(after);
            }
        };
    }

    static Instant previous(Trigger trigger, Instant before, Budget budget) {
        return switch (trigger) {
            case AllTrigger all -> all.previous(before, budget);
            case AnyTrigger any -> any.previous(before, budget);
            default -> {
                budget.spend(1);
                yield trigger.previous(before);
            }
        };
    }
}
