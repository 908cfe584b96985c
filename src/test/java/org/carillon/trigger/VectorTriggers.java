package org.carillon.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes triggers of the reference cases, which are written as APScheduler's arguments. */
final class VectorTriggers {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("uuuu-M-d")
            .optionalStart().appendPattern("['T'][' ']HH:mm:ss").optionalEnd()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .toFormatter(Locale.ROOT);

    private VectorTriggers() {}

    static Trigger of(JsonNode row) {
        ZoneId zone = ZoneId.of(row.get("timezone").stringValue());
        return of(row, zone, ClockChange.valueOf(row.get("clockChange").stringValue().toUpperCase(Locale.ROOT)),
                Vectors.time(row.get("start").stringValue()));
    }

    private static Trigger of(JsonNode row, ZoneId zone, ClockChange change, Instant now) {
        JsonNode args = row.get("args");
        return switch (row.get("kind").stringValue()) {
            case "cron" -> cron(args, zone, now).withClockChange(change);
            case "crontab" -> crontab(args.get("expr").stringValue(), zone, now).withClockChange(change);
            case "interval" -> interval(args, zone);
            case "date" -> new DateTrigger(time(args.get("run_date").stringValue(), zone), zone);
            case "calendarinterval" -> calendar(args, zone, change);
            case "and" -> new AllTrigger(parts(args, zone, change, now), null, null, zone, change);
            case "or" -> new AnyTrigger(parts(args, zone, change, now), null, null, zone, change);
            default -> throw new IllegalArgumentException(row.toString());
        };
    }

    private static List<Trigger> parts(JsonNode args, ZoneId zone, ClockChange change, Instant now) {
        List<Trigger> parts = new ArrayList<>();
        args.get("triggers").forEach(part -> parts.add(of(part, zone, change, now)));
        return parts;
    }

    static CronFieldsTrigger cron(JsonNode args, ZoneId zone, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        args.properties().stream().filter(entry -> !Set.of("start_date", "end_date").contains(entry.getKey()))
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asString()));
        return CronFieldsTrigger.parse(fields, new TriggerDefaults(zone, now, "job"))
                .between(time(args, "start_date", zone), time(args, "end_date", zone));
    }

    private static CronFieldsTrigger crontab(String expression, ZoneId zone, Instant now) {
        String[] parts = expression.trim().split("\\s+");
        return CronFieldsTrigger.parse(Map.of("minute", parts[0], "hour", parts[1], "day", parts[2], "month", parts[3],
                "day_of_week", parts[4]), new TriggerDefaults(zone, now, "job"));
    }

    private static Trigger interval(JsonNode args, ZoneId zone) {
        Duration every = Duration.ZERO;
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)) {
            every = every.plus(unit.getDuration().multipliedBy(number(args, unit.toString().toLowerCase(Locale.ROOT))));
        }
        every = every.plusDays(7L * number(args, "weeks"));
        return new IntervalTrigger(every, time(args, "start_date", zone), time(args, "end_date", zone), zone);
    }

    private static Trigger calendar(JsonNode args, ZoneId zone, ClockChange change) {
        ChronoUnit unit = args.has("months") ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        LocalTime time = LocalTime.of(number(args, "hour"), number(args, "minute"));
        Instant end = args.has("end_date") ? time(args.get("end_date").stringValue(), zone) : null;
        return new CalendarIntervalTrigger(number(args, unit.toString().toLowerCase(Locale.ROOT)), unit, time,
                time(args, "start_date", zone), end, zone, change);
    }

    private static int number(JsonNode args, String key) {
        return args.has(key) ? args.get(key).intValue() : 0;
    }

    private static Instant time(JsonNode args, String key, ZoneId zone) {
        return args.has(key) ? time(args.get(key).stringValue(), zone) : null;
    }

    private static Instant time(String text, ZoneId zone) {
        return switch (TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            case LocalDate date -> date.atStartOfDay().atZone(zone).toInstant();
            case Object other -> throw new IllegalArgumentException(other.toString());
        };
    }

    /** The next value of one field at or after the one that {@code at} has, null when the field must wrap. */
    static Integer nextValue(String field, String expression, String at) {
        LocalDateTime from = at.contains("T") ? LocalDateTime.parse(at + ":00") : LocalDate.parse(at).atStartOfDay();
        FieldValues values = CronFields.field(field, expression);
        return switch (field) {
            case "hour" -> next(values.bits(), from.getHour());
            case "day_of_week" -> next(values.days().weekdays() >>> 1, from.getDayOfWeek().getValue() - 1);
            default -> next(values.days().in(from.withDayOfMonth(1).getDayOfWeek().getValue(), from.toLocalDate().lengthOfMonth())
                    & 0xFFFF_FFFFL, from.getDayOfMonth());
        };
    }

    private static Integer next(long bits, int from) {
        long rest = bits & -1L << from;
        return rest == 0 ? null : Long.numberOfTrailingZeros(rest);
    }
}
