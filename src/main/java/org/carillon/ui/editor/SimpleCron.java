package org.carillon.ui.editor;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

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

    /** The same in the simple form; empty where that can't say it. The expression is a valid one of crontab's dialect. */
    static Optional<SimpleSchedule> read(String expression) {
        List<String> fields = new ArrayList<>(List.of(expression.strip().split("\\s+")));
        if (fields.size() == 5) {
            fields.addFirst("0");
        }
        if (fields.size() != 6 || !fields.get(4).equals("*")) {
            return Optional.empty();
        }
        return clock(fields).or(() -> calendar(fields));
    }

    private static Optional<SimpleSchedule> clock(List<String> fields) {
        if (!fields.get(3).equals("*") || !fields.get(5).equals("*")) {
            return Optional.empty();
        }
        String text = String.join(" ", fields);
        for (long seconds : List.of(1, 60, 3_600)) {
            for (int number = 1; number < 60; number++) {
                Duration every = Duration.ofSeconds(seconds * number);
                Optional<String> same = onTheClock(every).map(said -> said.split(" ").length == 5 ? "0 " + said : said);
                if (same.isPresent() && same.get().equals(text)) {
                    return Optional.of(new OnTheClock(every));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<SimpleSchedule> calendar(List<String> fields) {
        if (fields.subList(0, 3).stream().anyMatch(field -> !field.matches("\\d{1,2}"))) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(Integer.parseInt(fields.get(2)), Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(0)));
        String ofMonth = fields.get(3);
        String ofWeek = fields.get(5).toUpperCase(Locale.ROOT);
        if (ofMonth.equals("*")) {
            return ofWeek.equals("*") ? Optional.of(new Daily(time)) : week(ofWeek, time);
        }
        if (!ofWeek.equals("*")) {
            return Optional.empty();
        }
        if (ofMonth.equalsIgnoreCase("L")) {
            return Optional.of(new Monthly(SimpleSchedule.LAST, time));
        }
        return ofMonth.matches("\\d{1,2}") ? Optional.of(new Monthly(Integer.parseInt(ofMonth), time)) : Optional.empty();
    }

    private static Optional<SimpleSchedule> week(String ofWeek, LocalTime time) {
        if (ofWeek.matches("\\w+#[1-4]")) {
            int hash = ofWeek.indexOf('#');
            return day(ofWeek.substring(0, hash)).map(day -> new MonthlyWeekday(ofWeek.charAt(hash + 1) - '0', day, time));
        }
        if (ofWeek.matches("\\w+L")) {
            return day(ofWeek.substring(0, ofWeek.length() - 1)).map(day -> new MonthlyWeekday(SimpleSchedule.LAST, day, time));
        }
        SortedSet<DayOfWeek> days = new TreeSet<>();
        for (String part : ofWeek.split(",")) {
            String[] ends = part.split("-");
            Optional<DayOfWeek> first = day(ends[0]);
            Optional<DayOfWeek> last = day(ends[ends.length - 1]);
            if (first.isEmpty() || last.isEmpty() || ends.length > 2) {
                return Optional.empty();
            }
            addRange(days, first.get(), last.get());
        }
        return Optional.of(new Weekly(days, time));
    }

    private static void addRange(SortedSet<DayOfWeek> days, DayOfWeek first, DayOfWeek last) {
        days.add(last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
    }

    private static Optional<DayOfWeek> day(String text) {
        int number = text.matches("[0-7]") ? Integer.parseInt(text) : WEEKDAYS.indexOf(text);
        return number < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(number % 7 == 0 ? 7 : number));
    }
}
