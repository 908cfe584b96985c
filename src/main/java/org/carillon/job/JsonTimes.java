package org.carillon.job;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Times in the format: ISO-8601 with an offset, or else local in a zone, where a time in a gap is moved past it and of an overlap the first
 * counts; a date alone is its midnight.
 */
public final class JsonTimes {
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME).optionalStart().appendOffsetId()
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter WRITE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss").appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).appendPattern("xxx")
            .toFormatter(Locale.ROOT);

    private JsonTimes() {}

    /** @throws DateTimeException if it is none of the forms, or outside of the years 1 to 9999 */
    public static Instant parse(String text, ZoneId zone) {
        Instant plain = PlainTime.read(text);
        return plain == null ? parseAnyForm(text, zone) : plain;
    }

    static Instant parseAnyForm(String text, ZoneId zone) {
        TemporalAccessor read = READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        int year = read.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) {
            throw new DateTimeException("Outside of the years 1 to 9999: " + text);
        }
        return switch (read) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            default -> ((LocalDate) read).atTime(0, 0).atZone(zone).toInstant();
        };
    }

    /** With seconds and a numeric offset, always: {@code 2026-12-01T09:00:00+01:00}. */
    public static String write(Instant time, ZoneId zone) {
        return WRITE.format(time.atZone(zone));
    }

    /** The time under a key, null when there is none. */
    static Instant read(JsonFields fields, String key, ZoneId zone) {
        return fields.parsed(key, text -> parse(text, zone), "job.format.notTime").orElse(null);
    }
}
