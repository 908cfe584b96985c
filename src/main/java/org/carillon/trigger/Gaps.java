package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the planned local times that do not exist, because the clocks go forward over them. */
final class Gaps {
    /** No more than so many times are shown as left out in one gap. */
    private static final int SHOWN = 12;
    /** No more are looked at: every second of an hour. */
    private static final int LOOKED_AT = 3_600;
    private static final int HOUR = 3_600;
    private static final long NONE = LocalSchedule.NONE;

    /**
     * Local times that do not exist.
     *
     * @param change when the clocks go forward
     * @param begin  the first local time that is missing
     * @param end    the first one after it
     */
    private record Gap(long change, long begin, long end) {}

    private Gaps() {}

    /** The occurrences that clock changes in that range (seconds, both inclusive) leave out, in the order of time. */
    static List<Occurrence> leftOut(Trigger trigger, long from, long to) {
        List<Occurrence> found = new ArrayList<>();
        zones(trigger).distinct().flatMap(zone -> gaps(zone, from, to).stream()).distinct()
                .sorted(Comparator.comparingLong(Gap::change).thenComparingLong(Gap::begin))
                .filter(gap -> mark(trigger, gap) != null).forEach(gap -> addLeftOut(trigger, gap, found));
        return found;
    }

    /** Those whose gaps some part may leave out. */
    private static Stream<ZoneId> zones(Trigger trigger) {
        return switch (trigger) {
            case AnyTrigger any -> any.parts().stream().flatMap(Gaps::zones);
            case AllTrigger all -> all.parts().stream().flatMap(Gaps::zones);
            default -> search(trigger) == null || search(trigger).mode() == ZonedSearch.Mode.ONCE ? Stream.empty() : Stream.of(trigger.zone());
        };
    }

    private static Set<Gap> gaps(ZoneId zone, long from, long to) {
        Set<Gap> gaps = new HashSet<>();
        ZoneClock clock = ZoneClock.of(zone);
        for (int window = clock.window(from, 0); window == 0 || clock.start(window) <= to; window++) {
            boolean forward = window > 0 && clock.offset(window) > clock.offset(window - 1);
            if (forward && clock.start(window) >= from) {
                long change = clock.start(window);
                gaps.add(new Gap(change, change + clock.offset(window - 1), change + clock.offset(window)));
            }
            if (clock.isLast(window)) {
                break;
            }
        }
        return gaps;
    }

    private static void addLeftOut(Trigger trigger, Gap gap, List<Occurrence> found) {
        int shown = 0;
        long local = planned(trigger, gap, gap.begin);
        for (int looked = 0; local < gap.end && shown < SHOWN && looked < LOOKED_AT; looked++) {
            Mark mark = mark(trigger, gap, local);
            if (mark != null) {
                found.add(new Occurrence(Instant.ofEpochSecond(gap.change), LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC), mark));
                shown++;
            }
            local = planned(trigger, gap, local + 1);
        }
    }

    /** The first time of the gap, from that one on, that the trigger plans; beyond the gap when there is none. */
    private static long planned(Trigger trigger, Gap gap, long local) {
        return switch (trigger) {
            case AnyTrigger any -> !isWithin(any, gap.change) ? NONE
                    : any.parts().stream().mapToLong(part -> planned(part, gap, local)).min().orElse(NONE);
            case AllTrigger all -> plannedByAll(all, gap, local);
            default -> {
                ZonedSearch search = search(trigger);
                yield search != null && isOf(trigger, gap) ? search.schedule().next(local) : NONE;
            }
        };
    }

    private static long plannedByAll(AllTrigger all, Gap gap, long local) {
        long from = local;
        while (from < gap.end) {
            long latest = from;
            for (Trigger part : all.parts()) {
                latest = Math.max(latest, planned(part, gap, latest));
            }
            if (latest == from) {
                return isWithin(all, gap.change) ? from : NONE;
            }
            from = latest;
        }
        return NONE;
    }

    /** How that planned time is left out; null when it isn't. An {@code all} does not run then as soon as one part leaves it out. */
    private static Mark mark(Trigger trigger, Gap gap, long local) {
        return switch (trigger) {
            case AnyTrigger any -> any.parts().stream().map(part -> mark(part, gap, local)).filter(mark -> mark != null).findFirst().orElse(null);
            case AllTrigger all -> planned(all, gap, local) != local ? null
                    : all.parts().stream().map(part -> mark(part, gap, local)).filter(mark -> mark != null).findFirst().orElse(null);
            default -> planned(trigger, gap, local) == local ? mark(trigger, gap) : null;
        };
    }

    /** How times of that gap are left out, if any are planned; null when they aren't. */
    private static Mark mark(Trigger trigger, Gap gap) {
        return switch (trigger) {
            case AnyTrigger any -> any.parts().stream().map(part -> mark(part, gap)).filter(mark -> mark != null).findFirst().orElse(null);
            case AllTrigger all -> all.parts().stream().map(part -> mark(part, gap)).filter(mark -> mark != null).findFirst().orElse(null);
            default -> {
                ZonedSearch search = search(trigger);
                boolean moved = search == null || !isOf(trigger, gap) || search.mode() == ZonedSearch.Mode.ONCE;
                boolean elapsed = isElapsed(trigger);
                yield moved || elapsed && goesOn(search.schedule(), gap) ? null
                        : elapsed && trigger.clockChange() == ClockChange.ONCE ? Mark.PASSED_OVER : Mark.LEFT_OUT;
            }
        };
    }

    private static ZonedSearch search(Trigger trigger) {
        return switch (trigger) {
            case CronTrigger cron -> cron.search();
            case CronFieldsTrigger cron -> cron.search();
            case CalendarIntervalTrigger interval -> interval.search();
            default -> null;
        };
    }

    private static boolean isElapsed(Trigger trigger) {
        return trigger instanceof CronTrigger cron && cron.isElapsed() || trigger instanceof CronFieldsTrigger fields && fields.isElapsed();
    }

    /** Whether there are runs in the hour before the gap and in the one after it: then they go on in their rhythm, and none is missing. */
    private static boolean goesOn(LocalSchedule schedule, Gap gap) {
        return schedule.next(gap.begin - HOUR) < gap.begin && schedule.next(gap.end) < gap.end + HOUR;
    }

    /** Whether it is a gap of the trigger's zone, and within its limits. */
    private static boolean isOf(Trigger trigger, Gap gap) {
        ZoneClock clock = ZoneClock.of(trigger.zone());
        int window = clock.window(gap.change, 0);
        return window > 0 && clock.start(window) == gap.change && gap.change + clock.offset(window - 1) == gap.begin
                && gap.change + clock.offset(window) == gap.end && isWithin(trigger, gap.change);
    }

    private static boolean isWithin(Trigger trigger, long second) {
        return (trigger.start() == null || trigger.start().getEpochSecond() <= second)
                && (trigger.end() == null || trigger.end().getEpochSecond() >= second);
    }
}
