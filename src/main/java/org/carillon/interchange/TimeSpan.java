package org.carillon.interchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time spans as systemd writes them: {@code 1h 30min}, {@code 90}, {@code 2weeks}. systemd.time(7) */
final class TimeSpan {
    private static final Pattern PART = Pattern.compile("\\G\\s*(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([A-Za-zµμ]*)\\s*");
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        name(Duration.ofNanos(1_000), "us", "usec", "µs", "μs");
        name(Duration.ofMillis(1), "ms", "msec");
        name(Duration.ofSeconds(1), "", "s", "sec", "second", "seconds");
        name(Duration.ofMinutes(1), "m", "min", "minute", "minutes");
        name(Duration.ofHours(1), "h", "hr", "hour", "hours");
        name(Duration.ofDays(1), "d", "day", "days");
        name(Duration.ofDays(7), "w", "week", "weeks");
        name(Duration.ofSeconds(2_629_800), "M", "month", "months");
        name(Duration.ofSeconds(31_557_600), "y", "year", "years");
    }

    private TimeSpan() {}

    private static void name(Duration length, String... names) {
        for (String name : names) {
            UNITS.put(name, length);
        }
    }

    /** @return empty if it is no time span, or longer than a thousand years, or {@code infinity} */
    static Optional<Duration> read(String text) {
        Matcher matcher = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (matcher.find()) {
            Duration unit = UNITS.get(matcher.group(2));
            if (unit == null) {
                return Optional.empty();
            }
            nanos = nanos.add(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit.toNanos())));
            end = matcher.end();
        }
        boolean whole = end == text.length() && !text.isBlank();
        return whole && nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0 ? Optional.of(Duration.ofNanos(nanos.longValue())) : Optional.empty();
    }

    /** That length in seconds, or microseconds where it is no whole number of them. */
    static String write(Duration length) {
        return length.getNano() == 0 ? length.toSeconds() + "s" : length.toNanos() / 1_000 + "us";
    }
}
