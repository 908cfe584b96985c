package org.carillon.interchange;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carillon.message.Message;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.TriggerDefaults;

/**
 * Days on which a task of Windows starts.
 *
 * @param first the first start, on the clock
 * @param start the first start
 * @param end   the end, null for none
 */
record TaskCalendar(LocalDateTime first, Instant start, Instant end, TriggerDefaults defaults, NewJob job) {
    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December");
    private static final List<String> NTH = List.of("1st", "2nd", "3rd", "4th", "5th");
    /** More parts than that would be no schedule that a person reads. */
    private static final int MOST_PARTS = 96;

    void days(int interval, TaskRepetition repetition) {
        SortedMap<Integer, SortedSet<Integer>> times = times(repetition);
        if (interval == 1) {
            SortedSet<Integer> all = new TreeSet<>();
            times.values().forEach(all::addAll);
            fields(Map.of(), all);
            return;
        }
        times.forEach((later, seconds) -> every(interval, ChronoUnit.DAYS, first.toLocalDate().plusDays(later), seconds));
    }

    void weeks(int interval, XmlElement week, TaskRepetition repetition) {
        List<DayOfWeek> wanted = week.child("DaysOfWeek").map(XmlElement::children).orElse(List.of()).stream().map(this::weekday).toList();
        if (wanted.isEmpty()) {
            throw new InterchangeException(Message.of("interchange.windows.noDays"));
        }
        times(repetition).forEach((later, seconds) -> {
            List<DayOfWeek> days = wanted.stream().map(day -> day.plus(later)).sorted().toList();
            if (interval == 1) {
                fields(Map.of("day_of_week", names(days)), seconds);
                return;
            }
            // its weeks begin on Sunday, and the first is the one in which it starts
            LocalDate sunday = first.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            for (DayOfWeek day : wanted) {
                LocalDate date = sunday.plusDays(day.getValue() % 7);
                LocalDate from = date.isBefore(first.toLocalDate()) ? date.plusWeeks(interval) : date;
                every(interval, ChronoUnit.WEEKS, from.plusDays(later), seconds);
            }
        });
    }

    void months(XmlElement month, TaskRepetition repetition) {
        String days = month.child("DaysOfMonth").map(XmlElement::children).orElse(List.of()).stream()
                .map(day -> day.text().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
        ofMonth(days, month, repetition);
    }

    void weekdaysOfMonths(XmlElement month, TaskRepetition repetition) {
        List<String> weeks = month.child("Weeks").map(XmlElement::children).orElse(List.of()).stream().map(XmlElement::text).toList();
        List<String> days = month.child("DaysOfWeek").map(XmlElement::children).orElse(List.of()).stream()
                .map(day -> names(List.of(weekday(day)))).toList();
        String each = (weeks.isEmpty() ? List.of("1") : weeks).stream().flatMap(week -> days.stream().map(day -> nth(week) + " " + day))
                .collect(Collectors.joining(","));
        ofMonth(each, month, repetition);
    }

    private void ofMonth(String days, XmlElement element, TaskRepetition repetition) {
        SortedMap<Integer, SortedSet<Integer>> times = times(repetition);
        if (days.isEmpty()) {
            throw new InterchangeException(Message.of("interchange.windows.noDays"));
        }
        if (times.lastKey() > 0) {
            throw new InterchangeException(Message.of("interchange.windows.midnight"));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        String months = element.child("Months").map(XmlElement::children).orElse(List.of()).stream()
                .map(month -> Integer.toString(MONTHS.indexOf(month.name()) + 1)).collect(Collectors.joining(","));
        if (!months.isEmpty()) {
            fields.put("month", months);
        }
        fields.put("day", days);
        fields(fields, times.get(0));
    }

    private SortedMap<Integer, SortedSet<Integer>> times(TaskRepetition repetition) {
        return repetition.times(first.toLocalTime().toSecondOfDay());
    }

    /** On the days of those fields at those seconds of the day: one trigger for all hours that share their minutes. */
    private void fields(Map<String, String> days, SortedSet<Integer> seconds) {
        Map<SortedSet<Integer>, SortedSet<Integer>> hours = new LinkedHashMap<>();
        SortedMap<Integer, SortedSet<Integer>> minutes = new TreeMap<>();
        seconds.forEach(second -> minutes.computeIfAbsent(second / 3600, hour -> new TreeSet<>()).add(second % 3600));
        minutes.forEach((hour, some) -> hours.computeIfAbsent(some, same -> new TreeSet<>()).add(hour));
        hours.forEach((inHour, some) -> inHour.stream().collect(Collectors.groupingBy(second -> second % 60, TreeMap::new,
                Collectors.mapping(second -> second / 60, Collectors.toCollection(TreeSet::new)))).forEach((second, inMinutes) -> {
            Map<String, String> fields = new LinkedHashMap<>(days);
            fields.put("hour", text(some, 24));
            fields.put("minute", text(inMinutes, 60));
            fields.put("second", second.toString());
            Instant from = start.isAfter(defaults.now()) ? start : null;
            job.add(CronFieldsTrigger.parse(fields, defaults).between(from, end));
        }));
    }

    private static String text(SortedSet<Integer> numbers, int all) {
        return numbers.size() == all ? "*" : NumberText.CRON.write(numbers);
    }

    private void every(int count, ChronoUnit unit, LocalDate from, SortedSet<Integer> seconds) {
        if (seconds.size() > MOST_PARTS) {
            throw new InterchangeException(Message.of("interchange.windows.parts", seconds.size()));
        }
        for (int second : seconds) {
            job.add(TaskTriggers.every(count, unit, from, from.atTime(LocalTime.ofSecondOfDay(second)), end, defaults));
        }
    }

    private DayOfWeek weekday(XmlElement element) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(element.name())) {
                return day;
            }
        }
        throw new InterchangeException(Message.of("interchange.windows.weekday", element.name()));
    }

    private static String names(List<DayOfWeek> days) {
        return new ArrayList<>(days).stream().map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
    }

    private static String nth(String week) {
        if (week.equalsIgnoreCase("last")) {
            return "last";
        }
        if (!week.matches("[1-5]")) {
            throw new InterchangeException(Message.of("interchange.windows.number", "Week", week));
        }
        return NTH.get(Integer.parseInt(week) - 1);
    }
}
