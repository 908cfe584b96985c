package org.carillon.trigger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cron as a beginner would write it: looks at the text again for every day and every value, with java.time and no bit in sight. Slow and
 * plain, to be compared with.
 */
final class NaiveCron {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final boolean quartz;
    private final String[] fields;

    /** Fields: second minute hour day month weekday year. */
    NaiveCron(String expression, Dialect dialect) {
        this.quartz = dialect == Dialect.QUARTZ;
        String[] given = expression.toUpperCase(Locale.ROOT).trim().split("\\s+");
        List<String> all = new ArrayList<>(List.of(given));
        if (all.size() == 5) {
            all.addFirst("0");
        }
        if (all.size() == 6) {
            all.add("*");
        }
        this.fields = all.toArray(String[]::new);
    }

    boolean startsWithStar() {
        return fields[1].startsWith("*") || fields[2].startsWith("*");
    }

    List<LocalDateTime> timesOn(LocalDate day) {
        List<LocalDateTime> times = new ArrayList<>();
        if (!matches(day)) {
            return times;
        }
        for (int hour : values(fields[2], 0, 23)) {
            for (int minute : values(fields[1], 0, 59)) {
                for (int second : values(fields[0], 0, 59)) {
                    times.add(day.atTime(LocalTime.of(hour, minute, second)));
                }
            }
        }
        return times;
    }

    boolean matches(LocalDate day) {
        if (!fields[6].equals("*") && !values(fields[6], 1970, 2200).contains(day.getYear())
                || !values(fields[4], 1, 12).contains(day.getMonthValue())) {
            return false;
        }
        boolean ofMonth = fields[3].equals("?") || any(fields[3], item -> dayOfMonth(item, day));
        boolean ofWeek = fields[5].equals("?") || any(fields[5], item -> dayOfWeek(item, day));
        boolean starred = fields[3].startsWith("*") || fields[5].startsWith("*") || fields[3].equals("?") || fields[5].equals("?");
        return starred ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    private static boolean any(String field, java.util.function.Predicate<String> matches) {
        return List.of(field.split(",")).stream().anyMatch(matches);
    }

    private boolean dayOfMonth(String item, LocalDate day) {
        LocalDate last = day.with(TemporalAdjusters.lastDayOfMonth());
        if (item.startsWith("L")) {
            boolean weekday = item.endsWith("W");
            String digits = item.replaceAll("[LW-]", "");
            LocalDate target = last.minusDays(digits.isEmpty() ? 0 : Integer.parseInt(digits));
            return target.getMonth() == day.getMonth() && day.equals(weekday ? nearest(target) : target);
        }
        if (item.endsWith("W")) {
            int number = Integer.parseInt(item.substring(0, item.length() - 1));
            return number <= last.getDayOfMonth() && day.equals(nearest(day.withDayOfMonth(number)));
        }
        return values(item, 1, 31).contains(day.getDayOfMonth());
    }

    /** The closest Monday to Friday in the same month, looking one day back, one ahead, two back, two ahead. */
    private static LocalDate nearest(LocalDate target) {
        for (int away : new int[] {0, -1, 1, -2, 2}) {
            LocalDate day = target.plusDays(away);
            if (day.getMonth() == target.getMonth() && day.getDayOfWeek().getValue() <= 5) {
                return day;
            }
        }
        throw new AssertionError(target);
    }

    private boolean dayOfWeek(String item, LocalDate day) {
        if (item.contains("#")) {
            int n = Integer.parseInt(item.substring(item.indexOf('#') + 1));
            LocalDate first = day.with(TemporalAdjusters.firstInMonth(weekday(item.substring(0, item.indexOf('#')))));
            return day.equals(first.plusWeeks(n - 1));
        }
        if (item.equals("L")) {
            return day.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
        if (item.endsWith("L")) {
            return day.equals(day.with(TemporalAdjusters.lastInMonth(weekday(item.substring(0, item.length() - 1)))));
        }
        return values(item, quartz ? 1 : 0, quartz ? 7 : 6).stream().anyMatch(value -> weekday(Integer.toString(value)) == day.getDayOfWeek());
    }

    private DayOfWeek weekday(String text) {
        int fromSunday = DAYS.contains(text) ? DAYS.indexOf(text) : Integer.parseInt(text) - (quartz ? 1 : 0);
        return DayOfWeek.SUNDAY.plus(fromSunday);
    }

    private Set<Integer> values(String field, int least, int greatest) {
        Set<Integer> values = new TreeSet<>();
        for (String item : field.split(",")) {
            String[] parts = item.split("/");
            String range = parts[0];
            int step = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            int first = range.equals("*") ? least : number(range.split("-")[0], greatest);
            int last = range.contains("-") ? number(range.split("-")[1], greatest)
                    : range.equals("*") || parts.length > 1 ? greatest : first;
            if (last == 0 && first > 0 && range.endsWith("SUN")) {
                last = 7;
            }
            int value = first;
            for (int passed = 0; ; passed++) {
                if (passed % step == 0) {
                    values.add(value);
                }
                if (value == last || passed > 200) {
                    break;
                }
                value = value >= greatest && last < first ? least : value + 1;
            }
        }
        return values;
    }

    private int number(String text, int greatest) {
        if (greatest == 12 && MONTHS.contains(text)) {
            return MONTHS.indexOf(text) + 1;
        }
        return DAYS.contains(text) ? DAYS.indexOf(text) + (quartz ? 1 : 0) : Integer.parseInt(text);
    }
}
