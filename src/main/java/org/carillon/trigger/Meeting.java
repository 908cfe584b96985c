package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts of an {@code all} whose common instants can be told directly, without trying. Immutable.
 */
sealed interface Meeting permits CronMeeting, Meeting.Single, Meeting.Intervals {
    /** The first common instant strictly after {@code from}; null when there is none. */
    Instant next(Instant from, Budget budget);

    /** Sorts the parts: crons of one zone together, intervals of whole seconds together, every other on its own. */
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
        crons.forEach((zone, some) -> meetings.add(some.size() == 1 ? new Single(some.getFirst().trigger()) : CronMeeting.of(zone, some)));
        if (!intervals.isEmpty()) {
            meetings.add(IntervalMeeting.of(intervals));
        }
        return List.copyOf(meetings);
    }

    /** One part that meets nobody. */
    record Single(Trigger part) implements Meeting {
        @Override
        public Instant next(Instant from, Budget budget) {
            return Budget.next(part, from, budget);
        }
    }

    /** Intervals of whole seconds: their common instants are such an interval again, or there is none. */
    record Intervals(IntervalTrigger common) implements Meeting {
        @Override
        public Instant next(Instant from, Budget budget) {
            return common == null ? null : common.next(from);
        }
    }
}
