package org.carillon.trigger;

import java.time.Instant;

/**
 * What a search for a run found.
 *
 * @param run     the run; null when none was found
 * @param reached where none was found, how far the search came: forwards there is none before it, backwards none at or after it. Null
 *                when it is certain that there is none at all, and where there is a run
 */
record Answer(Instant run, Instant reached) {
    static final Answer NEVER = new Answer(null, null);

    static Answer at(Instant run) {
        return run == null ? NEVER : new Answer(run, null);
    }

    static Answer searchedTo(Instant reached) {
        return new Answer(null, reached);
    }

    static Answer next(Trigger trigger, Instant after, Budget budget) {
        return switch (trigger) {
            case AllTrigger all -> all.next(after, budget);
            case AnyTrigger any -> any.next(after, budget);
            default -> {
                budget.spend(1);
                yield at(trigger.next(after));
            }
        };
    }

    static Answer previous(Trigger trigger, Instant before, Budget budget) {
        return switch (trigger) {
            case AllTrigger all -> all.previous(before, budget);
            case AnyTrigger any -> any.previous(before, budget);
            default -> {
                budget.spend(1);
                yield at(trigger.previous(before));
            }
        };
    }

    /** The earliest of the runs after a moment; none while the search for another came less far than to it. */
    static Answer earliest(Iterable<Answer> answers) {
        Instant run = null;
        Instant reached = null;
        for (Answer answer : answers) {
            run = earlier(run, answer.run);
            reached = earlier(reached, answer.reached);
        }
        return reached != null && (run == null || run.isAfter(reached)) ? searchedTo(reached) : at(run);
    }

    /** The latest of the runs before a moment; none while the search for another came less far back than to it. */
    static Answer latest(Iterable<Answer> answers) {
        Instant run = null;
        Instant reached = null;
        for (Answer answer : answers) {
            run = later(run, answer.run);
            reached = later(reached, answer.reached);
        }
        return reached != null && (run == null || run.isBefore(reached)) ? searchedTo(reached) : at(run);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
