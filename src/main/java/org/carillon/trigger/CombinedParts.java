package org.carillon.trigger;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a combination comes down to, however it is nested: by that it equals another trigger. */
final class CombinedParts {
    private CombinedParts() {}

    /** Its parts, each once; in the place of one that combines in the same way, without limits of its own, the parts of that. */
    static Set<Trigger> of(Trigger combination) {
        Set<Trigger> parts = new HashSet<>();
        for (Trigger part : given(combination)) {
            if (part.getClass() == combination.getClass() && isFree(part)) {
                parts.addAll(of(part));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The one trigger that runs when a combination without limits of its own does; any other object as it is. */
    static Object simplest(Object trigger) {
        if (!(trigger instanceof AnyTrigger || trigger instanceof AllTrigger)) {
            return trigger;
        }
        Trigger combination = (Trigger) trigger;
        Set<Trigger> parts = isFree(combination) ? of(combination) : Set.of();
        if (parts.size() != 1) {
            return trigger;
        }
        Trigger part = parts.iterator().next();
        return part.zone().equals(combination.zone()) && isAlone(part, combination) ? simplest(part) : trigger;
    }

    /** Whether it runs at the same times by itself: at the start of the program no combination runs, and {@code all} once in a second at most. */
    private static boolean isAlone(Trigger part, Trigger combination) {
        return switch (part) {
            case CronTrigger cron -> !cron.isReboot();
            case IntervalTrigger interval -> combination instanceof AnyTrigger || interval.every().compareTo(Duration.ofSeconds(1)) >= 0;
            case AnyTrigger any -> combination instanceof AnyTrigger || simplest(any) != any;
            case AllTrigger _, CronFieldsTrigger _, CalendarIntervalTrigger _, DateTrigger _ -> true;
        };
    }

    private static boolean isFree(Trigger combination) {
        return combination.start() == null && combination.end() == null;
    }

    private static List<Trigger> given(Trigger combination) {
        return combination instanceof AnyTrigger any ? any.parts() : ((AllTrigger) combination).parts();
    }
}
