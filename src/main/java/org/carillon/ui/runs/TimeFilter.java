package org.carillon.ui.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.carillon.message.Message;

/** How far back runs are shown. */
public enum TimeFilter {
    EVER("ever", null),
    HOUR("hour", Duration.ofHours(1)),
    TODAY("today", null),
    WEEK("week", Duration.ofDays(7)),
    MONTH("month", Duration.ofDays(30));

    private final String key;
    private final Duration back;

    TimeFilter(String key, Duration back) {
        this.key = key;
        this.back = back;
    }

    /** The earliest time that passes; null for any. */
    Instant from(Instant now, ZoneId zone) {
        if (this == TODAY) {
            return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        }
        return back == null ? null : now.minus(back);
    }

    public Message word() {
        return Message.of("ui.runs.time." + key);
    }
}
