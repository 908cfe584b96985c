package org.carillon.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * Reads times of the form that {@link JsonTimes#write} makes, {@code 2026-12-01T09:00:00.5+01:00}, ten times as fast as a formatter:
 * a store with very many jobs reads very many.
 */
final class PlainTime {
    private static final int FRACTION = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final int MOST_DIGITS = 9;
    private static final int NOT_A_NUMBER = -1;

    private PlainTime() {}

    /** @return null if it is of another form, or not a time in the years 1 to 9999, or may not be one */
    static Instant read(String text) {
        int offset = text.length() - OFFSET_LENGTH;
        if (offset < FRACTION || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T'
                || text.charAt(13) != ':' || text.charAt(16) != ':' || text.charAt(offset + 3) != ':') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = nanos(text, offset);
        int offsetSeconds = offsetSeconds(text, offset);
        boolean isTime = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year))
                && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 && nanos >= 0;
        return isTime && offsetSeconds != Integer.MIN_VALUE
                ? LocalDateTime.of(year, month, day, hour, minute, second, nanos).toInstant(ZoneOffset.ofTotalSeconds(offsetSeconds))
                : null;
    }

    private static int nanos(String text, int end) {
        int digits = end - FRACTION - 1;
        if (digits < 0) {
            return 0;
        }
        if (digits == 0 || digits > MOST_DIGITS || text.charAt(FRACTION) != '.') {
            return NOT_A_NUMBER;
        }
        int value = number(text, FRACTION + 1, end);
        for (int digit = digits; digit < MOST_DIGITS && value > 0; digit++) {
            value *= 10;
        }
        return value;
    }

    private static int offsetSeconds(String text, int at) {
        char sign = text.charAt(at);
        int hours = number(text, at + 1, at + 3);
        int minutes = number(text, at + 4, at + 6);
        boolean isOffset = (sign == '+' || sign == '-') && hours >= 0 && hours < 18 && minutes >= 0 && minutes <= 59;
        int seconds = (hours * 60 + minutes) * 60;
        return !isOffset ? Integer.MIN_VALUE : sign == '+' ? seconds : -seconds;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_A_NUMBER;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
