package org.carillon.ui.controls;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of the day as people type them: {@code 9}, {@code 930}, {@code 9:30}, {@code 09:30:15}, {@code 9：30}. */
public final class TimeText {
    private static final Pattern WITH_COLONS = Pattern.compile("(\\d{1,2})[:：.](\\d{1,2})(?:[:：.](\\d{1,2})(\\.\\d{1,9})?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})(\\d\\d)?");

    private TimeText() {}

    /** Nothing if it is no time. */
    public static Optional<LocalTime> parse(String text) {
        String plain = text.strip();
        Matcher matcher = WITH_COLONS.matcher(plain);
        if (matcher.matches()) {
            String fraction = matcher.group(4) == null ? "" : matcher.group(4);
            return time(matcher.group(1), matcher.group(2), matcher.group(3), fraction);
        }
        matcher = DIGITS.matcher(plain);
        return matcher.matches() ? time(matcher.group(1), matcher.group(2), null, "") : Optional.empty();
    }

    /** {@code 09:30}, with seconds only where there are some. */
    public static String of(LocalTime time) {
        return time.toString();
    }

    private static Optional<LocalTime> time(String hour, String minute, String second, String fraction) {
        try {
            int nanos = fraction.isEmpty() ? 0 : Integer.parseInt((fraction.substring(1) + "00000000").substring(0, 9));
            return Optional.of(LocalTime.of(number(hour), number(minute), number(second), nanos));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
