package org.carillon.ui.editor;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carillon.trigger.CronSets;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.editor.SimpleSchedule.ByCalendar;
import org.carillon.ui.editor.SimpleSchedule.Daily;
import org.carillon.ui.editor.SimpleSchedule.From;
import org.carillon.ui.editor.SimpleSchedule.FromNow;
import org.carillon.ui.editor.SimpleSchedule.Monthly;
import org.carillon.ui.editor.SimpleSchedule.MonthlyWeekday;
import org.carillon.ui.editor.SimpleSchedule.OnTheClock;
import org.carillon.ui.editor.SimpleSchedule.Once;
import org.carillon.ui.editor.SimpleSchedule.Weekly;

/** Translates between what the simple form says and crontab's expressions, where both can say it. */
final class SimpleCron {
    private SimpleCron() {}

    /** Whether that duration fills a minute, an hour or a day without rest, so that its multiples stand on the clock. */
    static boolean fitsTheClock(Duration every) {
        return onTheClock(every).isPresent();
    }

    /** The same as a crontab expression; empty where crontab can't say it. */
    static Optional<String> expression(SimpleSchedule schedule) {
        return switch (schedule) {
            case OnTheClock it -> onTheClock(it.every());
            case Daily it -> at(it.time(), "* * *");
            case Weekly it -> at(it.time(), "* * " + days(it.days()));
            case Monthly it -> at(it.time(), (it.day() == SimpleSchedule.LAST ? "L" : it.day()) + " * *");
            case MonthlyWeekday it -> at(it.time(), "* * " + number(it.weekday())
                    + (it.which() == SimpleSchedule.LAST ? "L" : "#" + it.which()));
            case FromNow _, From _, ByCalendar _, Once _ -> Optional.empty();
        };
    }

    private static Optional<String> at(LocalTime time, String days) {
        if (time.getNano() != 0) {
            return Optional.empty();
        }
        String seconds = time.getSecond() == 0 ? "" : time.getSecond() + " ";
        return Optional.of(seconds + time.getMinute() + " " + time.getHour() + " " + days);
    }

    private static Optional<String> onTheClock(Duration every) {
        long seconds = every.getSeconds();
        if (every.getNano() != 0 || seconds <= 0) {
            return Optional.empty();
        }
        if (seconds < 60) {
            return step(seconds, 60).map(step -> step + " * * * * *");
        }
        if (seconds < 3_600) {
            return seconds % 60 != 0 ? Optional.empty() : step(seconds / 60, 60).map(step -> step + " * * * *");
        }
        return seconds % 3_600 != 0 ? Optional.empty() : step(seconds / 3_600, 24).map(step -> "0 " + step + " * * *");
    }

    private static Optional<String> step(long number, int of) {
        if (number >= of || of % number != 0) {
            return Optional.empty();
        }
        return Optional.of(number == 1 ? "*" : "*/" + number);
    }

    /** Numbers from Monday to Sunday, with runs of three and more as ranges: {@code 1-5}, {@code 6,7}, {@code 1,3}. */
    private static String days(SortedSet<DayOfWeek> days) {
        if (days.equals(new TreeSet<>(List.of(DayOfWeek.SUNDAY)))) {
            return "0";
        }
        List<String> parts = new ArrayList<>();
        List<Integer> numbers = days.stream().map(DayOfWeek::getValue).toList();
        for (int from = 0, to; from < numbers.size(); from = to + 1) {
            to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            parts.add(to - from < 2
                    ? numbers.subList(from, to + 1).stream().map(String::valueOf).collect(Collectors.joining(","))
                    : numbers.get(from) + "-" + numbers.get(to));
        }
        return String.join(",", parts);
    }

    private static int number(DayOfWeek day) {
        return day.getValue() % 7;
    }

    /** The same in the simple form, limits left aside; empty where that can't say exactly what the trigger means, however it is written. */
    static Optional<SimpleSchedule> read(CronTrigger cron) {
        if (cron.isReboot() || cron.isSeeded()) {
            return Optional.empty();
        }
        CronTrigger meant = cron.between(null, null);
        TriggerDefaults defaults = new TriggerDefaults(cron.zone(), Instant.EPOCH, "");
        return candidates(cron.sets()).stream()
                .filter(it -> TriggerForms.within(it.trigger(defaults), null, null, cron.clockChange()).equals(meant)).findFirst();
    }

    /** What it may be, by its times and by one of its day fields. */
    private static List<SimpleSchedule> candidates(CronSets sets) {
        int perDay = sets.seconds().size() * sets.minutes().size() * sets.hours().size();
        Duration every = Duration.ofDays(1).dividedBy(Math.max(1, perDay));
        if (perDay != 1) {
            return fitsTheClock(every) ? List.of(new OnTheClock(every)) : List.of();
        }
        LocalTime time = LocalTime.of(sets.hours().first(), sets.minutes().first(), sets.seconds().first());
        List<SimpleSchedule> candidates = new ArrayList<>(List.of(new Daily(time)));
        CronSets.Days ofWeek = sets.ofWeek();
        if (!ofWeek.weekdays().isEmpty()) {
            candidates.add(new Weekly(ofWeek.weekdays().stream().map(DayOfWeek::of).collect(Collectors.toCollection(TreeSet::new)), time));
        }
        ofWeek.nthWeekdays().stream().filter(nth -> nth.n() <= 4)
                .forEach(nth -> candidates.add(new MonthlyWeekday(nth.n(), DayOfWeek.of(nth.weekday()), time)));
        ofWeek.lastWeekdays().forEach(last -> candidates.add(new MonthlyWeekday(SimpleSchedule.LAST, DayOfWeek.of(last), time)));
        sets.ofMonth().days().forEach(day -> candidates.add(new Monthly(day, time)));
        sets.ofMonth().beforeLast().stream().filter(days -> days == 0).forEach(last -> candidates.add(new Monthly(SimpleSchedule.LAST, time)));
        return candidates;
    }
}
