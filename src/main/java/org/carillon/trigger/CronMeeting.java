package org.carillon.trigger;

import java.time.ZoneId;
import java.util.List;

/**
 * Crons of one zone. Their common local times are the intersection of their fields; besides, times that are moved out of a gap may meet others
 * there, so the hour after each clock change forward is looked at by itself.
 */
final class CronMeeting implements Meeting {
    record Part(Trigger trigger, CronSchedule schedule, ZonedSearch search) {}

    private static final long NONE = LocalSchedule.NONE;
    private static final long CYCLE = Years.CYCLE * 366L * 86_400;

    private final List<Part> parts;
    private final ZoneClock clock;
    private final ZonedSearch common;
    private final long first;
    private final long last;

    private CronMeeting(List<Part> parts, ZoneClock clock, ZonedSearch common) {
        this.parts = parts;
        this.clock = clock;
        this.common = common;
        this.first = parts.stream().map(Part::trigger).filter(cron -> cron.start() != null)
                .mapToLong(cron -> cron.start().getEpochSecond() + (cron.start().getNano() > 0 ? 1 : 0)).max().orElse(Long.MIN_VALUE);
        this.last = parts.stream().map(Part::trigger).filter(cron -> cron.end() != null)
                .mapToLong(cron -> cron.end().getEpochSecond()).min().orElse(NONE - 1);
    }

    static CronMeeting of(ZoneId zone, List<Part> parts) {
        ZoneClock clock = ZoneClock.of(zone);
        if (parts.size() == 1) {
            return new CronMeeting(List.copyOf(parts), clock, parts.getFirst().search());
        }
        CronSchedule schedule = parts.stream().map(Part::schedule).reduce(CronSchedule::and).orElseThrow();
        boolean everyPass = parts.stream().allMatch(part -> part.search().mode() == ZonedSearch.Mode.EVERY_PASS);
        ZonedSearch.Mode mode = everyPass ? ZonedSearch.Mode.EVERY_PASS : ZonedSearch.Mode.FIRST_PASS;
        return new CronMeeting(List.copyOf(parts), clock, new ZonedSearch(schedule, clock, mode));
    }

    @Override
    public long next(long second, Budget budget) {
        long from = Math.max(second, first);
        if (from > last) {
            return NONE;
        }
        budget.spend(1);
        long found = common.next(from);
        if (common.mode() == ZonedSearch.Mode.FIRST_PASS) {
            found = Math.min(found, nextAfterGap(from, found, budget));
        }
        return found > last ? NONE : found;
    }

    /** The first common instant that is within the length of a gap behind it, before {@code limit}. */
    private long nextAfterGap(long second, long limit, Budget budget) {
        long until = Math.min(Math.min(limit, last), Math.min(Math.max(second, 0) + CYCLE, ZonedSearch.LATEST));
        if (second >= until) {
            return NONE;
        }
        int window = clock.window(Math.max(second, Days.FIRST * 86_400L), 0);
        while (clock.start(window) < until) {
            int gap = window == 0 ? 0 : clock.offset(window) - clock.offset(window - 1);
            if (gap > 0) {
                budget.spend(1);
                long start = clock.start(window);
                long found = meet(Math.max(second, start), Math.min(until, start + gap));
                if (found != NONE) {
                    return found;
                }
            }
            if (clock.isLast(window)) {
                return NONE;
            }
            window++;
            clock.end(window);
        }
        return NONE;
    }

    /** The first common instant from {@code second} on and before {@code until}. */
    private long meet(long second, long until) {
        long from = second;
        while (from < until) {
            long earliest = NONE;
            long latest = Long.MIN_VALUE;
            for (Part part : parts) {
                long next = part.search().next(from);
                earliest = Math.min(earliest, next);
                latest = Math.max(latest, next);
            }
            if (latest >= until) {
                return NONE;
            }
            if (earliest == latest) {
                return latest;
            }
            from = latest;
        }
        return NONE;
    }
}
