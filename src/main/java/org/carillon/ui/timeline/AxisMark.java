package org.carillon.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.carillon.ui.theme.TimeWords;

/**
 * A mark of the time axis.
 *
 * @param at   the time
 * @param text how it reads
 * @param day  whether a day begins there
 */
record AxisMark(Instant at, String text, boolean day) {
    private static final List<Duration> STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofDays(1),
            Duration.ofDays(2), Duration.ofDays(7), Duration.ofDays(14));
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** Marks at round local times, at most so many. */
    static List<AxisMark> of(TimeSpan span, int most, TimeWords times) {
        Duration step = STEPS.stream().filter(each -> span.length().dividedBy(each) < Math.max(1, most)).findFirst().orElse(STEPS.getLast());
        List<AxisMark> marks = new ArrayList<>();
        ZonedDateTime day = span.from().atZone(times.zone()).toLocalDate().atStartOfDay(times.zone());
        while (day.toInstant().isBefore(span.to())) {
            ZonedDateTime nextDay = day.plusDays(Math.max(1, step.toDays()));
            for (ZonedDateTime at = day; at.isBefore(nextDay); at = at.plus(step)) {
                add(marks, at, span, times);
            }
            day = nextDay;
        }
        return marks;
    }

    private static void add(List<AxisMark> marks, ZonedDateTime at, TimeSpan span, TimeWords times) {
        Instant instant = at.toInstant();
        if (instant.isBefore(span.from()) || instant.isAfter(span.to())) {
            return;
        }
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        String text = midnight ? DateTimeFormatter.ofPattern("EEE d", times.language().locale()).format(at) : CLOCK.format(at);
        marks.add(new AxisMark(instant, text, midnight));
    }
}
