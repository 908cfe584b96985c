package org.carillon.trigger;

import java.time.Instant;

/**
 * How many steps a search may still take before it says how far it came. Counted in steps, not in time, so that
 * the same question always has the same answer. For one search.
 */
final class Budget {
    private static final int STEPS = 30_000;

    private int left = STEPS;
    private Instant reached;

    /** Takes a step; false when none is left, and then {@code at} is how far the search came. */
    boolean take(Instant at) {
        if (left > 0) {
            left--;
            return true;
        }
        if (reached == null) {
            reached = at;
        }
        return false;
    }

    boolean isExhausted() {
        return reached != null;
    }

    /** How far the search came when its steps were used up; null while there are some left. */
    Instant reached() {
        return reached;
    }

    static Instant next(Trigger trigger, Instant after, Budget budget) {
        return switch (trigger) {
            case AllTrigger all -> all.next(after, budget);
            case AnyTrigger any -> any.next(after, budget);
            default -> trigger.next(after);
        };
    }

    static Instant previous(Trigger trigger, Instant before, Budget budget) {
        return switch (trigger) {
            case AllTrigger all -> all.previous(before, budget);
            case AnyTrigger any -> any.previous(before, budget);
            default -> trigger.previous(before);
        };
    }
}
