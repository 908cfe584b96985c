package org.carillon.ui.theme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.carillon.message.Language;
import org.carillon.message.Message;

/**
 * How times and durations read in the window: short, in the person's language and zone, never more than two units.
 *
 * @param language the person's language
 * @param zone     the person's zone
 */
public record TimeWords(Language language, ZoneId zone) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    public TimeWords {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
    }

    /** How far away a time is: {@code in 2 min 10 s}, {@code now}, {@code 3 h 5 min ago}. */
    public String relative(Instant time, Instant now) {
        long seconds = Math.floorDiv(Duration.between(now, time).toMillis() + 500, 1000);
        if (seconds == 0) {
            return say("now");
        }
        String distance = whole(Math.abs(seconds));
        return seconds > 0 ? say("in", distance) : say("ago", distance);
    }

    /** How long something took: {@code 120 ms}, {@code 4.2 s}, {@code 2 min 13 s}. */
    public String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 1000) {
            return say("milliseconds", millis);
        }
        if (millis < 10_000) {
            return say("seconds", Math.floorDiv(millis, 100) / 10.0);
        }
        return whole(millis / 1000);
    }

    /** How long something has taken so far, in whole seconds, so that it counts up calmly. */
    public String elapsed(Duration duration) {
        return whole(Math.max(0, duration.toSeconds()));
    }

    /** Whole seconds in their two largest units. */
    private String whole(long seconds) {
        if (seconds < MINUTE) {
            return say("seconds", seconds);
        }
        if (seconds < HOUR) {
            return two("minutes", seconds / MINUTE, "seconds", seconds % MINUTE);
        }
        if (seconds < DAY) {
            return two("hours", seconds / HOUR, "minutes", seconds % HOUR / MINUTE);
        }
        return two("days", seconds / DAY, "hours", seconds % DAY / HOUR);
    }

    private String two(String large, long count, String small, long rest) {
        return rest == 0 ? say(large, count) : say("two", say(large, count), say(small, rest));
    }

    /** A time with its date and seconds: {@code Nov 23, 2026, 14:00:05}. */
    public String full(Instant time) {
        return day(at(time).toLocalDate()) + " " + DateTimeFormatter.ofPattern("HH:mm:ss").format(at(time));
    }

    /** A time of day with milliseconds, for lines of output. */
    public String precise(Instant time) {
        return DateTimeFormatter.ofPattern("HH:mm:ss.SSS").format(at(time));
    }

    /** A time as short as it is clear seen from {@code now}: {@code 14:00}, {@code tomorrow 14:00}, with the date further away. */
    public String brief(Instant time, Instant now) {
        ZonedDateTime local = at(time);
        boolean onTheMinute = local.truncatedTo(ChronoUnit.MINUTES).equals(local.truncatedTo(ChronoUnit.SECONDS));
        return near(local, onTheMinute ? "HH:mm" : "HH:mm:ss", now);
    }

    /** The same, always with seconds: for times that stand below each other. */
    public String column(Instant time, Instant now) {
        return near(at(time), "HH:mm:ss", now);
    }

    private String near(ZonedDateTime local, String pattern, Instant now) {
        String clock = DateTimeFormatter.ofPattern(pattern).format(local);
        LocalDate today = at(now).toLocalDate();
        return switch ((int) Math.clamp(ChronoUnit.DAYS.between(today, local.toLocalDate()), -2, 2)) {
            case 0 -> clock;
            case 1 -> say("tomorrow", clock);
            case -1 -> say("yesterday", clock);
            default -> day(local.toLocalDate()) + " " + clock;
        };
    }

    /** The day of the week and the date. */
    public String weekday(Instant time, ZoneId inZone) {
        return DateTimeFormatter.ofPattern("EEE", language.locale()).format(time.atZone(inZone)) + " "
                + day(time.atZone(inZone).toLocalDate());
    }

    private String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale()).format(date);
    }

    private ZonedDateTime at(Instant time) {
        return time.atZone(zone);
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.theme.time." + key, arguments).in(language);
    }
}
