package org.carillon.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.message.Message;

/** How long something takes, as people type it: {@code 30m}, {@code 1h30m}, {@code 2d}, {@code 1.5s}; or ISO-8601. */
final class DurationText {
    private static final Pattern SHORT =
            Pattern.compile("(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?");

    private DurationText() {}

    /** @throws UsageException if it is none, or not longer than nothing */
    static Duration read(String text) {
        Duration duration = parse(text.strip().toLowerCase(Locale.ROOT));
        if (duration == null || duration.isNegative() || duration.isZero()) {
            throw new UsageException(Message.of("cli.duration", text));
        }
        return duration;
    }

    private static Duration parse(String text) {
        try {
            if (text.startsWith("p")) {
                return Duration.parse(text);
            }
            Matcher matcher = SHORT.matcher(text);
            if (text.isEmpty() || !matcher.matches()) {
                return null;
            }
            Duration seconds = matcher.group(5) == null ? Duration.ZERO : Duration.parse("PT" + matcher.group(5) + "S");
            return seconds.plusDays(7 * number(matcher, 1)).plusDays(number(matcher, 2)).plusHours(number(matcher, 3))
                    .plusMinutes(number(matcher, 4));
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }

    private static long number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}
