package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts of an {@code all} whose common seconds can be told directly, without trying. Immutable.
 */
sealed interface Meeting permits CronMeeting, Meeting.Single, Meeting.Intervals, Meeting.NoneFrom {
    /**
     * The first second, from that one on, in which all of them run; {@link LocalSchedule#NONE} when there is none. Where that has to be
     * searched for step by step, it may be a second in which they do not run, but before which they surely don't.
     */
    long next(long second, Budget budget);

    /**
     * Sorts the parts: crons of one zone together, intervals of whole seconds together, every other on its own. Those that are not together
     * are looked at once, whether they can meet at all.
     */
    static List<Meeting> of(List<Trigger> parts) {
        Map<ZoneId, List<CronMeeting.Part>> crons = new LinkedHashMap<>();
        List<IntervalTrigger> intervals = new ArrayList<>();
        List<Meeting> meetings = new ArrayList<>();
        for (Trigger part : parts) {
            switch (part) {
                case CronTrigger cron when !cron.isReboot() -> crons.computeIfAbsent(cron.zone(), zone -> new ArrayList<>())
                        .add(new CronMeeting.Part(cron, cron.schedule(), cron.search()));
                case CronFieldsTrigger cron -> crons.computeIfAbsent(cron.zone(), zone -> new ArrayList<>())
                        .add(new CronMeeting.Part(cron, cron.schedule(), cron.search()));
                case IntervalTrigger interval when interval.every().getNano() == 0 -> intervals.add(interval);
                default -> meetings.add(new Single(part));
            }
        }
        crons.forEach((zone, some) -> meetings.add(CronMeeting.of(zone, some)));
        if (crons.size() > 1) {
            Apart.crons(crons.values().stream().flatMap(List::stream).toList()).ifPresent(from -> meetings.add(new NoneFrom(from)));
        }
        List<IntervalTrigger> every = parts.stream().filter(IntervalTrigger.class::isInstance).map(IntervalTrigger.class::cast).toList();
        if (every.size() > intervals.size() && Apart.intervals(every)) {
            meetings.add(new NoneFrom(Long.MIN_VALUE));
        }
        if (!intervals.isEmpty()) {
            meetings.add(IntervalMeeting.of(intervals));
        }
        return List.copyOf(meetings);
    }

    /** What is proved to have no second in common from that one on. */
    record NoneFrom(long from) implements Meeting {
        @Override
        public long next(long second, Budget budget) {
            return second >= from ? LocalSchedule.NONE : second;
        }
    }

    /** One part that meets nobody. */
    record Single(Trigger part) implements Meeting {
        @Override
        public long next(long second, Budget budget) {
            Budget share = budget.shareOfOneQuestion();
            Answer answer = Answer.next(part, Budget.justBefore(second), share);
            budget.spend(share.used());
            Instant next = answer.run() == null ? answer.reached() : answer.run();
            return next == null ? LocalSchedule.NONE : next.getEpochSecond();
        }
    }

    /**
     * Intervals of whole seconds: their common seconds are such an interval again.
     *
     * @param first the first second
     * @param step  from one to the next
     * @param last  the last second; before the first when there is none
     */
    record Intervals(long first, long step, long last) implements Meeting {
        @Override
        public long next(long second, Budget budget) {
            long found = second <= first ? first : first + (second - first + step - 1) / step * step;
            return found > Math.min(last, ZonedSearch.LATEST) ? LocalSchedule.NONE : found;
        }
    }
}
