package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    private static final int TRIED = 2_000;

    static Frequency of(Trigger trigger, Instant from) {
        return of(trigger, from, new Budget(Budget.STEPS / 2));
    }

    private static Frequency of(Trigger trigger, Instant from, Budget budget) {
        return switch (trigger) {
            case CronTrigger cron -> ofSchedule(cron, cron.schedule(), from);
            case CronFieldsTrigger cron -> ofSchedule(cron, cron.schedule(), from);
            case IntervalTrigger interval -> spread(SECONDS / (interval.every().getSeconds() + interval.every().getNano() / 1e9), true);
            case DateTrigger date -> counted(date, from, budget);
            case CalendarIntervalTrigger interval -> counted(interval, from, budget);
            case AnyTrigger any -> {
                double perDay = any.parts().stream().map(part -> of(part, from, budget)).mapToDouble(part -> part.runs * part.days / YEAR).sum();
                yield perDay == 0 ? new Frequency(0, 0, true) : spread(perDay, false);
            }
            case AllTrigger all -> counted(all, from, budget);
        };
    }

    private static Frequency ofSchedule(Trigger cron, CronSchedule schedule, Instant from) {
        if (cron.next(from.minusNanos(1)) == null) {
            return new Frequency(0, 0, true);
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

    /** Counts, as far as the budget lasts, and goes on at the same pace. */
    private static Frequency counted(Trigger trigger, Instant from, Budget budget) {
        Instant end = from.plus(YEAR, ChronoUnit.DAYS);
        Instant run = Answer.next(trigger, from.minusNanos(1), budget).run();
        Instant last = run;
        int runs = 0;
        while (run != null && run.isBefore(end) && runs < TRIED && budget.take()) {
            runs++;
            last = run;
            run = Answer.next(trigger, run, budget).run();
        }
        boolean cut = runs == TRIED || runs > 0 && budget.isUsedUp();
        if (cut) {
            return spread(runs / Math.max(1, from.until(last, ChronoUnit.SECONDS) / SECONDS), false);
        }
        return runs > YEAR ? spread((double) runs / YEAR, false) : new Frequency(runs == 0 ? 0 : 1, runs, true);
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
