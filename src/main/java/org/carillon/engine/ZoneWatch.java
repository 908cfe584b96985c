package org.carillon.engine;

import java.time.Duration;
import java.time.ZoneId;

/**
 * Notices that the zone of the machine was changed. Looks once a minute: nothing depends on it, as every job keeps the zone that it was
 * saved with.
 */
final class ZoneWatch {
    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final TimeSource time;
    private ZoneId zone;
    private long looked;

    /** @param from what it was @param to what it is now */
    record Change(ZoneId from, ZoneId to) {}

    ZoneWatch(TimeSource time) {
        this.time = time;
        zone = time.zone();
        looked = time.nanos();
    }

    /** What has changed since the look before, or null. */
    Change look() {
        if (time.nanos() - looked < BETWEEN_LOOKS.toNanos()) {
            return null;
        }
        looked = time.nanos();
        ZoneId before = zone;
        zone = time.zone();
        return zone.equals(before) ? null : new Change(before, zone);
    }
}
