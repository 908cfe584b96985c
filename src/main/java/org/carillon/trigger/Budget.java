package org.carillon.trigger;

import java.time.Instant;

/**
 * How many steps a search may still take before it says how far it came. Counted in steps, not in time, so that
 * the same question always has the same answer. For one search.
 *
 * <p>A part that has to be searched itself has a share of its own, whose size depends on nothing that was done before: so the order of
 * parts makes no difference, and no part can use up what another one needs.
 */
final class Budget {
    static final int STEPS = 16_000;
    /** A part of an {@code all} may take so little of it for one question, since the search goes on from where the part came. */
    private static final int QUESTIONS = 32;
    /** Enough to find out whether a combination runs in one given second. */
    private static final int LEAST = 16;

    private final int steps;
    private int used;

    /** One for a question on its own. */
    Budget() {
        this(STEPS);
    }

    Budget(int steps) {
        this.steps = steps;
    }

    /** How many steps were taken; more than there were, where the last one cost more than was left. */
    int used() {
        return used;
    }

    boolean isUsedUp() {
        return used >= steps;
    }

    /** Counts what a step costs besides itself. */
    void spend(int more) {
        used += more;
    }

    /** Takes a step; false when none is left. */
    boolean take() {
        if (isUsedUp()) {
            return false;
        }
        used++;
        return true;
    }

    /** What each of so many parts may take that are searched from the same moment on. */
    Budget shareOf(int parts) {
        return new Budget(Math.max(LEAST, steps / parts));
    }

    /** What a part may take for one of many questions. */
    Budget shareOfOneQuestion() {
        return shareOf(QUESTIONS);
    }

    /** The last instant before that second. */
    static Instant justBefore(long second) {
        return second <= Instant.MIN.getEpochSecond() ? Instant.MIN : Instant.ofEpochSecond(second - 1, 999_999_999);
    }
}
