package org.carillon.ui.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.carillon.job.JsonTimes;

/** A place in a log, as a person types it. */
sealed interface LogPlace {
    /** @param number from 1 */
    record Line(long number) implements LogPlace {}

    record Time(Instant instant) implements LogPlace {}

    /** It is neither. */
    record None() implements LogPlace {}

    /** A time of day is the first such from the log's beginning on. @param begin null for no log */
    static LogPlace parse(String typed, ZoneId zone, Instant begin) {
        String text = typed.strip();
        if (text.matches("\\d{1,12}")) {
            return new Line(Math.max(1, Long.parseLong(text)));
        }
        try {
            return new Time(text.matches("\\d{1,2}:.*") ? timeOfDay(text, zone, begin) : JsonTimes.parse(text.replace(' ', 'T'), zone));
        } catch (DateTimeException e) {
            return new None();
        }
    }

    private static Instant timeOfDay(String text, ZoneId zone, Instant begin) {
        LocalTime time = LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
        if (begin == null) {
            throw new DateTimeException("No log");
        }
        ZonedDateTime start = begin.atZone(zone);
        ZonedDateTime found = start.with(time);
        return (found.plusMinutes(1).isBefore(start) ? found.plusDays(1) : found).toInstant();
    }
}
