package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Tells what clock changes do to the occurrences of a trigger. */
final class Marks {
    private static final int DAY = 86_400;
    /** No more than so many times are shown as left out in one gap. */
    private static final int SHOWN_IN_GAP = 12;

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

    /** Adds the occurrences that clock changes in that range (seconds, both inclusive) leave out. */
    static void leftOut(Trigger trigger, long from, long to, List<Occurrence> found) {
        switch (trigger) {
            case CronTrigger cron when !cron.isElapsed() -> leftOut(trigger, cron.search(), from, to, found);
            case CronFieldsTrigger cron when !cron.isElapsed() -> leftOut(trigger, cron.search(), from, to, found);
            case CalendarIntervalTrigger interval -> leftOut(trigger, interval.search(), from, to, found);
            case AnyTrigger any -> any.parts().forEach(part -> leftOut(part, from, to, found));
            default -> { }
        }
    }

    private static void leftOut(Trigger trigger, ZonedSearch search, long from, long to, List<Occurrence> found) {
        if (search.mode() == ZonedSearch.Mode.ONCE) {
            return;
        }
        ZoneClock clock = ZoneClock.of(trigger.zone());
        for (int window = clock.window(from, 0) + 1; !clock.isLast(window - 1) && clock.start(window) <= to; window++) {
            long change = clock.start(window);
            long end = change + clock.offset(window);
            long local = change + clock.offset(window - 1);
            if (change < from || !isWithin(trigger, change)) {
                continue;
            }
            for (int shown = 0; shown < SHOWN_IN_GAP; shown++) {
                local = search.schedule().next(local);
                if (local >= end) {
                    break;
                }
                found.add(new Occurrence(Instant.ofEpochSecond(change), LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC), Mark.LEFT_OUT));
                local++;
            }
        }
    }

    private static boolean isWithin(Trigger trigger, long second) {
        return (trigger.start() == null || trigger.start().getEpochSecond() <= second)
                && (trigger.end() == null || trigger.end().getEpochSecond() >= second);
    }
}
