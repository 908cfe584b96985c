package org.carillon.ui.controls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** For how long a person can pause everything. */
public enum PauseLength {
    QUARTER,
    HOUR,
    TOMORROW,
    UNTIL_RESUMED;

    /** When the pause ends: an absolute time, so that sleep cannot stretch it; null for when the person resumes. */
    public Instant until(Instant now, ZoneId zone) {
        return switch (this) {
            case QUARTER -> now.plus(Duration.ofMinutes(15));
            case HOUR -> now.plus(Duration.ofHours(1));
            case TOMORROW -> now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case UNTIL_RESUMED -> null;
        };
    }
}
