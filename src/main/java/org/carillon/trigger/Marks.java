package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Tells what clock changes do to the occurrences of a trigger. */
final class Marks {
    private static final int DAY = 86_400;

    private static final int FIRST_STEPS = 100;

    private Marks() {}

    /** A run of that trigger, marked. */
    static Occurrence of(Trigger trigger, Instant at) {
        return switch (trigger) {
            case CronTrigger cron -> cron.search().occurrence(at.getEpochSecond());
            case CronFieldsTrigger cron -> cron.search().occurrence(at.getEpochSecond());
            case CalendarIntervalTrigger interval -> interval.search().occurrence(at.getEpochSecond());
            case DateTrigger date -> plain(trigger, at, Mark.NORMAL);
            case IntervalTrigger interval -> plain(trigger, at, isShifted(interval, at) ? Mark.SHIFTED : Mark.NORMAL);
            case AnyTrigger any -> ofParts(any, any.parts(), at);
            case AllTrigger all -> ofParts(all, all.parts(), at);
        };
    }

    private static Occurrence plain(Trigger trigger, Instant at, Mark mark) {
        return new Occurrence(at, LocalDateTime.ofInstant(at, trigger.zone()), mark);
    }

    /** The first mark that one of the parts that run then has. */
    private static Occurrence ofParts(Trigger whole, List<Trigger> parts, Instant at) {
        for (Trigger part : parts) {
            // a part that runs then is found by the first steps
            if (at.equals(Answer.next(part, at.minusNanos(1), new Budget(FIRST_STEPS)).run())) {
                Occurrence occurrence = of(part, at);
                if (occurrence.mark() != Mark.NORMAL) {
                    return occurrence;
                }
            }
        }
        return plain(whole, at, Mark.NORMAL);
    }

    /** Whether an interval that keeps to the clock otherwise has another time on it than the run before. */
    private static boolean isShifted(IntervalTrigger interval, Instant at) {
        long every = interval.every().getSeconds();
        if (interval.every().getNano() != 0 || every % DAY != 0 && DAY % every != 0 || !at.isAfter(interval.start())
                || at.getEpochSecond() > ZonedSearch.LATEST) {
            return false;
        }
        ZoneClock clock = ZoneClock.of(interval.zone());
        int offset = clock.offset(clock.window(at.getEpochSecond(), 0));
        int before = clock.offset(clock.window(at.getEpochSecond() - every, 0));
        return (offset - before) % every != 0;
    }
}
