package org.carillon.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** "Every 15 minutes", between two times of certain days. */
final class PlainFrequency {
    private PlainFrequency() {}

    /**
     * Every so many seconds, minutes or hours. On the clock (at :00, :15, :30 …) where the number divides the hour or the day, else elapsed time.
     *
     * @param days null for all
     * @param from null for all day; else, with {@code to}, the first and the last time
     * @return null when that can't be said exactly
     */
    static Trigger every(long count, ChronoUnit unit, PlainDays days, LocalTime from, LocalTime to, TriggerDefaults defaults) {
        if (count < 1 || count > 10_000) {
            return null;
        }
        long cycle = unit == ChronoUnit.HOURS ? 24 : 60;
        if (count > 1 && cycle % count != 0 || count >= cycle) {
            return days == null && from == null ? IntervalTrigger.every(Duration.of(count, unit), defaults) : null;
        }
        PlainDays on = days == null ? PlainDays.EVERY_DAY : days;
        if (from != null) {
            return between((int) count, unit, on, from, to, defaults);
        }
        String step = count == 1 ? "*" : "*/" + count;
        return switch (unit) {
            case SECONDS -> on.every(step + " * *", defaults);
            case MINUTES -> on.every(step + " *", defaults);
            default -> on.every("0 " + step, defaults);
        };
    }

    private static Trigger between(int count, ChronoUnit unit, PlainDays days, LocalTime from, LocalTime to, TriggerDefaults defaults) {
        if (!from.isBefore(to)) {
            return null;
        }
        if (unit == ChronoUnit.HOURS) {
            String hours = from.getHour() + "-" + to.getHour() + (count == 1 ? "" : "/" + count);
            return from.getMinute() == to.getMinute() ? days.every(from.getMinute() + " " + hours, defaults) : null;
        }
        boolean whole = unit == ChronoUnit.MINUTES && from.getMinute() == 0 && to.getMinute() == 60 - count;
        return whole ? days.every((count == 1 ? "*" : "*/" + count) + " " + from.getHour() + "-" + to.getHour(), defaults) : null;
    }

    /** Every so many days, weeks or months from today on, at one time. */
    static Trigger everyDays(long count, ChronoUnit unit, List<LocalTime> times, TriggerDefaults defaults) {
        if (count < 1 || count > 1000 || times.size() != 1) {
            return null;
        }
        Instant today = LocalDate.ofInstant(defaults.now(), defaults.zone()).atStartOfDay(defaults.zone()).toInstant();
        return new CalendarIntervalTrigger((int) count, unit, times.getFirst(), today, null, defaults.zone(), ClockChange.ONCE);
    }
}
