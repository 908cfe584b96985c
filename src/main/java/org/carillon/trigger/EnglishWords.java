package org.carillon.trigger;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a simple English sentence as a schedule. For one use by one thread. */
final class EnglishWords {
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("second", ChronoUnit.SECONDS), Map.entry("seconds", ChronoUnit.SECONDS), Map.entry("sec", ChronoUnit.SECONDS),
            Map.entry("secs", ChronoUnit.SECONDS), Map.entry("minute", ChronoUnit.MINUTES), Map.entry("minutes", ChronoUnit.MINUTES),
            Map.entry("min", ChronoUnit.MINUTES), Map.entry("mins", ChronoUnit.MINUTES), Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("hours", ChronoUnit.HOURS), Map.entry("day", ChronoUnit.DAYS), Map.entry("days", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS), Map.entry("weeks", ChronoUnit.WEEKS), Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("months", ChronoUnit.MONTHS));
    private static final Map<String, String> MACROS = Map.of("hourly", "@hourly", "daily", "@daily", "weekly", "@weekly",
            "monthly", "@monthly", "yearly", "@yearly", "annually", "@yearly");

    private final EnglishCursor words;
    private final TriggerDefaults defaults;

    EnglishWords(String sentence, TriggerDefaults defaults) {
        this.words = new EnglishCursor(sentence.toLowerCase(Locale.ROOT));
        this.defaults = defaults;
    }

    /** Null when it is not understood in full. */
    Trigger read() {
        String macro = words.isSingle() ? MACROS.get(words.peek()) : null;
        if (macro != null) {
            return CronTrigger.parse(macro, Dialect.UNIX, defaults);
        }
        Trigger once = once();
        if (once == null) {
            words.back(0);
        }
        Trigger found = once != null ? once : frequency();
        if (found == null) {
            words.back(0);
            found = daysAndTimes();
        }
        return words.isAtEnd() ? found : null;
    }

    private Trigger once() {
        if (words.take("in")) {
            long count = words.number();
            ChronoUnit unit = UNITS.get(words.next());
            boolean isShort = unit == ChronoUnit.SECONDS || unit == ChronoUnit.MINUTES || unit == ChronoUnit.HOURS;
            return count < 1 || !isShort ? null : new DateTrigger(defaults.now().plus(Duration.of(count, unit)), defaults.zone());
        }
        boolean on = words.take("on");
        LocalDate today = LocalDate.ofInstant(defaults.now(), defaults.zone());
        LocalDate day = !on && words.take("today") ? today : !on && words.take("tomorrow") ? today.plusDays(1) : words.isoDate();
        List<LocalTime> times = day == null ? List.of() : words.times();
        return times.size() == 1 ? new DateTrigger(day.atTime(times.getFirst()).atZone(defaults.zone()).toInstant(), defaults.zone()) : null;
    }

    private Trigger frequency() {
        if (!words.take("every") && !words.take("each")) {
            return null;
        }
        boolean other = words.take("other");
        long number = words.number();
        long count = other ? 2 : number < 0 ? 1 : number;
        ChronoUnit unit = UNITS.get(words.next());
        if (unit == null || other && number >= 0) {
            return null;
        }
        if (unit.compareTo(ChronoUnit.DAYS) >= 0) {
            return number < 0 && !other ? null : PlainFrequency.everyDays(count, unit, words.times(), defaults);
        }
        LocalTime from = null;
        LocalTime to = null;
        boolean between = words.take("between");
        if (between || words.take("from")) {
            from = words.time(true);
            boolean linked = words.take(between ? "and" : "to") || !between && words.take("until");
            to = linked ? words.time(true) : null;
            if (from == null || to == null) {
                return null;
            }
        }
        words.take(",");
        PlainDays days = words.isAtEnd() ? null : days();
        return PlainFrequency.every(count, unit, days, from, to, defaults);
    }

    private Trigger daysAndTimes() {
        List<LocalTime> times = words.times();
        if (times.isEmpty()) {
            words.back(0);
        }
        words.take(",");
        PlainDays days = days();
        if (days == null) {
            return null;
        }
        words.take(",");
        if (times.isEmpty()) {
            times = words.times();
        }
        return times.isEmpty() ? null : days.at(times, defaults);
    }

    private PlainDays days() {
        int start = words.position();
        if (words.take("daily") || words.take("everyday") || words.takeAll("every", "day") || words.takeAll("each", "day")) {
            return PlainDays.EVERY_DAY;
        }
        boolean monthly = words.take("monthly") || words.takeAll("every", "month") || words.takeAll("each", "month");
        boolean weekly = !monthly && (words.take("weekly") || words.takeAll("every", "week") || words.takeAll("each", "week"));
        boolean every = !monthly && !weekly && (words.take("every") || words.take("each"));
        boolean on = words.take("on");
        boolean the = words.take("the");
        PlainDays found = null;
        if (!monthly && !the) {
            found = words.take("weekdays") || words.take("weekday") || words.take("workdays") || words.take("workday")
                    ? PlainDays.WORKING_DAYS
                    : words.take("weekends") || words.take("weekend") ? PlainDays.WEEKENDS : null;
            if (found == null) {
                String weekdays = words.weekdays();
                found = weekdays == null ? null : PlainDays.ofWeek(weekdays);
            }
        }
        if (found == null && !weekly && (monthly || the || every || on || words.position() == start)) {
            found = ofMonth(monthly);
        }
        return found;
    }

    private PlainDays ofMonth(boolean monthly) {
        PlainDays found;
        String ordinal = words.peek();
        String weekday;
        if (words.take("last")) {
            weekday = words.weekday();
            found = weekday != null ? PlainDays.ofWeek(weekday + "L")
                    : words.take("day") ? PlainDays.ofMonth("L")
                    : words.take("weekday") || words.take("workday") || words.takeAll("working", "day") ? PlainDays.ofMonth("LW") : null;
        } else if (EnglishCursor.ORDINALS.containsKey(ordinal)) {
            int n = EnglishCursor.ORDINALS.get(ordinal);
            words.next();
            weekday = words.weekday();
            found = weekday != null ? PlainDays.ofWeek(weekday + "#" + n) : n == 1 && words.take("day") ? PlainDays.ofMonth("1") : null;
            if (found != null && weekday == null && !monthly) {
                return ofTheMonth() ? found : null;
            }
        } else {
            return numbered(monthly);
        }
        boolean said = ofTheMonth();
        return found == null || found.dayOfMonth().startsWith("L") && !said && !monthly ? null : found;
    }

    /** "1st and 15th of the month", "1st of january". */
    private PlainDays numbered(boolean monthly) {
        String days = words.ordinalDays();
        if (days == null) {
            return null;
        }
        if (ofTheMonth() || monthly) {
            return PlainDays.ofMonth(days);
        }
        if (words.takeAll("of", "every") || words.take("of")) {
            Set<String> months = words.months();
            return months.isEmpty() ? null : new PlainDays(days, String.join(",", months), "*");
        }
        return null;
    }

    private boolean ofTheMonth() {
        return words.takeAll("of", "the", "month") || words.takeAll("of", "every", "month") || words.takeAll("of", "each", "month")
                || words.takeAll("in", "the", "month");
    }
}
