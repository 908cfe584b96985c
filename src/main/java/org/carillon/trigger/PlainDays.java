package org.carillon.trigger;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Days that a sentence names, as the last three fields of a crontab expression. */
record PlainDays(String dayOfMonth, String month, String dayOfWeek) {
    static final PlainDays EVERY_DAY = new PlainDays("*", "*", "*");
    static final PlainDays WORKING_DAYS = ofWeek("1-5");
    static final PlainDays WEEKENDS = ofWeek("0,6");

    static PlainDays ofWeek(String dayOfWeek) {
        return new PlainDays("*", "*", dayOfWeek);
    }

    static PlainDays ofMonth(String dayOfMonth) {
        return new PlainDays(dayOfMonth, "*", "*");
    }

    Trigger every(String minutesAndHours, TriggerDefaults defaults) {
        return CronTrigger.parse(minutesAndHours + " " + dayOfMonth + " " + month + " " + dayOfWeek, Dialect.UNIX, defaults);
    }

    /** At those times; one expression where they share the minute, else one for each minute. */
    Trigger at(Collection<LocalTime> times, TriggerDefaults defaults) {
        TreeMap<Integer, TreeSet<Integer>> hours = new TreeMap<>();
        times.forEach(time -> hours.computeIfAbsent(time.getMinute(), minute -> new TreeSet<>()).add(time.getHour()));
        List<Trigger> parts = new ArrayList<>();
        hours.forEach((minute, some) -> parts.add(every(
                minute + " " + some.stream().map(String::valueOf).collect(Collectors.joining(",")), defaults)));
        return parts.size() == 1 ? parts.getFirst() : new AnyTrigger(parts, defaults.zone());
    }
}
