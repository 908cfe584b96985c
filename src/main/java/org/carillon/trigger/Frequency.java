package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.carillon.message.Message;

/**
 * How often a trigger runs, over the year from some day on.
 *
 * @param runs  how many runs on a day on which it runs; fractions where that is not the same on all
 * @param days  on how many days of the year
 * @param exact whether both are certain
 */
record Frequency(double runs, double days, boolean exact) {
    private static final int YEAR = 365;
    private static final double SECONDS = 86_400;
    private static final int WEEK = 7;
    /** A week of every five minutes. */
    private static final int TRIED = 2_100;
    private static final Frequency NONE = new Frequency(0, 0, true);

    static Frequency of(Trigger trigger, Instant from) {
        return switch (trigger) {
            case CronTrigger cron -> ofSchedule(cron, cron.schedule(), from);
            case CronFieldsTrigger cron -> ofSchedule(cron, cron.schedule(), from);
            case IntervalTrigger interval -> spread(SECONDS / (interval.every().getSeconds() + interval.every().getNano() / 1e9), true);
            case DateTrigger date -> counted(date, from);
            case CalendarIntervalTrigger interval -> counted(interval, from);
            case AnyTrigger any -> counted(any, from);
            case AllTrigger all -> counted(all, from);
        };
    }

    private static Frequency ofSchedule(Trigger cron, CronSchedule schedule, Instant from) {
        if (cron.next(from.minusNanos(1)) == null) {
            return NONE;
        }
        int first = (int) LocalDate.ofInstant(from, cron.zone()).toEpochDay();
        int days = 0;
        for (int day = schedule.days().next(first); day != Days.NONE && day < first + YEAR; day = schedule.days().next(day + 1)) {
            days++;
        }
        return new Frequency(schedule.times().count(), days, true);
    }

    private static Frequency spread(double perDay, boolean exact) {
        return perDay >= 1 ? new Frequency(perDay, YEAR, exact && perDay == Math.rint(perDay)) : new Frequency(1, perDay * YEAR, false);
    }

    /** Counts the runs of a year from the beginning of that day on, or as many of them as is quickly done. */
    private static Frequency counted(Trigger trigger, Instant from) {
        RunsAhead ahead = new RunsAhead(trigger, Budget.STEPS / 2);
        if (ahead.next(from.minusNanos(1)).run() == null) {
            return NONE;
        }
        ZonedDateTime first = from.atZone(trigger.zone()).truncatedTo(ChronoUnit.DAYS);
        Instant end = first.plusDays(YEAR).toInstant();
        Map<LocalDate, Integer> onDay = new HashMap<>();
        RunsAhead wholeDays = new RunsAhead(trigger, Budget.STEPS / 2);
        Instant last = first.toInstant();
        int runs = 0;
        for (Instant run = wholeDays.next(last.minusNanos(1)).run(); run != null && run.isBefore(end); run = wholeDays.next(run).run()) {
            if (runs == TRIED) {
                return beyond(trigger, from, runs, first.toInstant().until(last, ChronoUnit.SECONDS) / SECONDS);
            }
            onDay.merge(LocalDate.ofInstant(run, trigger.zone()), 1, Integer::sum);
            runs++;
            last = run;
        }
        if (wholeDays.isCut()) {
            return beyond(trigger, from, runs, first.toInstant().until(last, ChronoUnit.SECONDS) / SECONDS);
        }
        if (onDay.values().stream().distinct().count() == 1) {
            return new Frequency((double) runs / onDay.size(), onDay.size(), true);
        }
        return runs > YEAR ? spread((double) runs / YEAR, false) : new Frequency(Math.min(1, runs), runs, true);
    }

    /** From so many runs within so many days: at the same pace, or, where they are less than a week, what the parts run taken together. */
    private static Frequency beyond(Trigger trigger, Instant from, int runs, double days) {
        if (trigger instanceof AnyTrigger any && days < WEEK) {
            return spread(any.parts().stream().distinct().map(part -> of(part, from)).mapToDouble(part -> part.runs * part.days / YEAR).sum(), false);
        }
        return spread(runs / Math.max(1, days), false);
    }

    Message message() {
        long perDay = Math.round(runs);
        long perYear = Math.round(days);
        if (runs == 0) {
            return Message.of("trigger.perDay.none");
        }
        if (days >= YEAR) {
            return Message.of(exact ? "trigger.perDay" : "trigger.perDay.about", perDay, Long.toString(perDay));
        }
        if (perYear == 0) {
            return Message.of("trigger.perDay.rare");
        }
        return perDay == 1
                ? Message.of("trigger.perDay.year", perYear, Long.toString(perYear))
                : Message.of("trigger.perDay.days", Long.toString(perDay), perYear, Long.toString(perYear));
    }
}
