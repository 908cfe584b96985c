package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the planned local times that do not exist, because the clocks go forward over them. */
final class Gaps {
    /** No more than so many times are shown as left out in one gap. */
    private static final int SHOWN = 12;
    /** No more are looked at: every second of an hour. */
    private static final int LOOKED_AT = 3_600;
    private static final int HOUR = 3_600;

    /** In seconds, both inclusive. */
    private final long from;
    private final long to;

    private Gaps(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /** The occurrences that clock changes in that range (seconds, both inclusive) leave out, in the order of time. */
    static List<Occurrence> leftOut(Trigger trigger, long from, long to) {
        Map<Instant, Integer> shown = new TreeMap<>();
        return new Gaps(from, to).leftOut(trigger).stream().distinct()
                .sorted(Comparator.comparing(Occurrence::at).thenComparing(Occurrence::planned))
                .filter(each -> shown.merge(each.at(), 1, Integer::sum) <= SHOWN).toList();
    }

    private List<Occurrence> leftOut(Trigger trigger) {
        return switch (trigger) {
            case CronTrigger cron -> leftOut(cron, cron.search(), cron.isElapsed());
            case CronFieldsTrigger cron -> leftOut(cron, cron.search(), cron.isElapsed());
            case CalendarIntervalTrigger interval -> leftOut(interval, interval.search(), false);
            case AnyTrigger any -> any.parts().stream().flatMap(part -> leftOut(part).stream()).toList();
            case AllTrigger all -> leftOutOfAll(all);
            case IntervalTrigger _, DateTrigger _ -> List.of();
        };
    }

    private List<Occurrence> leftOut(Trigger trigger, ZonedSearch search, boolean elapsed) {
        if (search.mode() == ZonedSearch.Mode.ONCE) {
            return List.of();
        }
        Mark mark = elapsed && trigger.clockChange() == ClockChange.ONCE ? Mark.PASSED_OVER : Mark.LEFT_OUT;
        return planned(trigger, search, elapsed, mark);
    }

    /** What all parts plan and one of them leaves out, so that they don't meet. */
    private List<Occurrence> leftOutOfAll(AllTrigger all) {
        Set<LocalTime> common = null;
        for (Trigger part : all.parts()) {
            Set<LocalTime> planned = planned(part);
            if (common == null) {
                common = planned;
            } else {
                common.retainAll(planned);
            }
        }
        Set<LocalTime> everywhere = common;
        return everywhere.isEmpty() ? List.of() : all.parts().stream().flatMap(part -> leftOut(part).stream())
                .filter(each -> everywhere.contains(LocalTime.of(each)) && isWithin(all, each.at().getEpochSecond())).toList();
    }

    /** A local time that a certain clock change passes over. */
    private record LocalTime(Instant change, LocalDateTime planned) {
        static LocalTime of(Occurrence occurrence) {
            return new LocalTime(occurrence.at(), occurrence.planned());
        }
    }

    /** All that is planned within gaps, whatever becomes of it. */
    private Set<LocalTime> planned(Trigger trigger) {
        Set<LocalTime> planned = new HashSet<>();
        switch (trigger) {
            case CronTrigger cron -> planned(cron, cron.search(), false, Mark.LEFT_OUT).forEach(each -> planned.add(LocalTime.of(each)));
            case CronFieldsTrigger cron -> planned(cron, cron.search(), false, Mark.LEFT_OUT).forEach(each -> planned.add(LocalTime.of(each)));
            case CalendarIntervalTrigger it -> planned(it, it.search(), false, Mark.LEFT_OUT).forEach(each -> planned.add(LocalTime.of(each)));
            case AnyTrigger any -> any.parts().forEach(part -> planned.addAll(planned(part)));
            case AllTrigger all -> {
                planned.addAll(planned(all.parts().getFirst()));
                all.parts().forEach(part -> planned.retainAll(planned(part)));
            }
            case IntervalTrigger _, DateTrigger _ -> { }
        }
        return planned;
    }

    /** @param interrupted whether to look only at gaps in which runs are missing that elapsed time does not make up for */
    private List<Occurrence> planned(Trigger trigger, ZonedSearch search, boolean interrupted, Mark mark) {
        List<Occurrence> planned = new ArrayList<>();
        ZoneClock clock = ZoneClock.of(trigger.zone());
        for (int window = clock.window(from, 0) + 1; !clock.isLast(window - 1) && clock.start(window) <= to; window++) {
            long change = clock.start(window);
            long begin = change + clock.offset(window - 1);
            long end = change + clock.offset(window);
            if (change >= from && isWithin(trigger, change) && !(interrupted && goesOn(search.schedule(), begin, end))) {
                inGap(search.schedule(), begin, end).forEach(local -> planned.add(new Occurrence(Instant.ofEpochSecond(change), local, mark)));
            }
        }
        return planned;
    }

    private static List<LocalDateTime> inGap(LocalSchedule schedule, long begin, long end) {
        List<LocalDateTime> planned = new ArrayList<>();
        for (long local = schedule.next(begin); local < end && planned.size() < LOOKED_AT; local = schedule.next(local + 1)) {
            planned.add(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC));
        }
        return planned;
    }

    /** Whether there are runs in the hour before the gap and in the one after it: then they go on in their rhythm, and none is missing. */
    private static boolean goesOn(LocalSchedule schedule, long begin, long end) {
        return schedule.next(begin - HOUR) < begin && schedule.next(end) < end + HOUR;
    }

    private static boolean isWithin(Trigger trigger, long second) {
        return (trigger.start() == null || trigger.start().getEpochSecond() <= second)
                && (trigger.end() == null || trigger.end().getEpochSecond() >= second);
    }
}
