package org.carillon.interchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** Makes triggers of calendar events: an expression as crontab has it where that can say it, else fields, of which all must match. */
final class CalendarTrigger {
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private final OnCalendar event;
    private final TriggerDefaults defaults;

    private CalendarTrigger(OnCalendar event, TriggerDefaults defaults) {
        this.event = event;
        this.defaults = event.zone() == null ? defaults : defaults.in(event.zone());
    }

    static Trigger of(OnCalendar event, TriggerDefaults defaults) {
        CalendarTrigger made = new CalendarTrigger(event, defaults);
        boolean oneDayField = event.weekdays() == null || event.days() == null;
        if (event.years() == null && oneDayField) {
            return made.expression(weekdays(event.weekdays()));
        }
        if (!event.fromEnd()) {
            return made.fields(event.days());
        }
        return new AllTrigger(List.of(made.expression("*"), made.fields(null)), made.defaults.zone());
    }

    private Trigger expression(String dayOfWeek) {
        String seconds = event.seconds() != null && event.seconds().equals(new TreeSet<>(List.of(0))) ? "" : text(event.seconds()) + " ";
        String text = seconds + text(event.minutes()) + " " + text(event.hours()) + " " + days() + " " + text(event.months()) + " " + dayOfWeek;
        return CronTrigger.parse(text, Dialect.UNIX, defaults);
    }

    private String days() {
        if (!event.fromEnd() || event.days() == null) {
            return text(event.days());
        }
        return event.days().stream().map(day -> day == 1 ? "L" : "L-" + (day - 1)).collect(Collectors.joining(","));
    }

    private Trigger fields(SortedSet<Integer> days) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "year", event.years());
        put(fields, "month", event.months());
        put(fields, "day", days);
        if (event.weekdays() != null) {
            fields.put("day_of_week", event.weekdays().stream().map(day -> WEEKDAYS.get(day - 1)).collect(Collectors.joining(",")));
        }
        fields.put("hour", text(event.hours()));
        fields.put("minute", text(event.minutes()));
        fields.put("second", text(event.seconds()));
        return CronFieldsTrigger.parse(fields, defaults);
    }

    private static void put(Map<String, String> fields, String name, SortedSet<Integer> numbers) {
        if (numbers != null) {
            fields.put(name, text(numbers));
        }
    }

    private static String text(SortedSet<Integer> numbers) {
        return numbers == null ? "*" : NumberText.CRON.write(numbers);
    }

    private static String weekdays(SortedSet<Integer> weekdays) {
        return weekdays == null ? "*" : NumberText.CRON.write(
                weekdays.stream().map(day -> day % 7).collect(Collectors.toCollection(TreeSet::new)));
    }
}
