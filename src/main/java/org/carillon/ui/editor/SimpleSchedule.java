package org.carillon.ui.editor;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.SortedSet;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** What can be said without cron. */
sealed interface SimpleSchedule {
    /** At the full multiples of a duration on the clock, such as :00, :05, :10; only where they fill an hour or a day. */
    record OnTheClock(Duration every) implements SimpleSchedule {}

    /** Every so often, first one interval from the moment in which it is saved. */
    record FromNow(Duration every) implements SimpleSchedule {}

    /** Every so often from a moment on. */
    record From(Duration every, LocalDateTime first) implements SimpleSchedule {}

    record Daily(LocalTime time) implements SimpleSchedule {}

    record Weekly(SortedSet<DayOfWeek> days, LocalTime time) implements SimpleSchedule {}

    /** @param day 1 to 31, or {@link #LAST}; months without that day are left out */
    record Monthly(int day, LocalTime time) implements SimpleSchedule {}

    /** @param which 1 to 4, or {@link #LAST} */
    record MonthlyWeekday(int which, DayOfWeek weekday, LocalTime time) implements SimpleSchedule {}

    /**
     * Every so many days, weeks, months or years, at a time of the day; months without the day are left out.
     *
     * @param first the first day, and from when on
     */
    record ByCalendar(int count, ChronoUnit unit, LocalDateTime first, LocalTime time) implements SimpleSchedule {}

    record Once(LocalDateTime at) implements SimpleSchedule {}

    /** Stands for the last day, or the last such weekday, of a month. */
    int LAST = 0;

    /** The trigger that it means, in the zone of {@code defaults}. */
    default Trigger trigger(TriggerDefaults defaults) {
        ZoneId zone = defaults.zone();
        return switch (this) {
            case FromNow it -> IntervalTrigger.every(it.every(), defaults);
            case From it -> new IntervalTrigger(it.every(), it.first().atZone(zone).toInstant(), null, zone, ClockChange.ONCE);
            case Once it -> new DateTrigger(it.at().atZone(zone).toInstant(), zone);
            case ByCalendar it -> new CalendarIntervalTrigger(it.count(), it.unit(), it.time(), it.first().atZone(zone).toInstant(), null, zone,
                    ClockChange.ONCE);
            case OnTheClock _, Daily _, Weekly _, Monthly _, MonthlyWeekday _ ->
                    CronTrigger.parse(SimpleCron.expression(this).orElseThrow(), Dialect.UNIX, defaults);
        };
    }
}
