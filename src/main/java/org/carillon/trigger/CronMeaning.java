package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When a cron trigger runs, whether it is an expression or given by fields.
 *
 * @param atStart whether it is {@code @reboot}
 * @param mode    what becomes of local times at a clock change; the same for all where the clocks never change
 */
record CronMeaning(boolean atStart, CronSchedule schedule, ZonedSearch.Mode mode, ZoneId zone, Instant start, Instant end) {
    CronMeaning {
        mode = ZonedSearch.inEffect(mode, zone);
    }

    /** Null for a trigger that is not a cron trigger. */
    static CronMeaning of(Object trigger) {
        return switch (trigger) {
            case CronTrigger cron -> new CronMeaning(cron.isReboot(), cron.schedule(), cron.search().mode(), cron.zone(), cron.start(), cron.end());
            case CronFieldsTrigger cron -> new CronMeaning(false, cron.schedule(), cron.search().mode(), cron.zone(), cron.start(), cron.end());
            case null, default -> null;
        };
    }
}
