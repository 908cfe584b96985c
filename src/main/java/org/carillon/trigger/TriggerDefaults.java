package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What a trigger takes from the moment in which it is saved, and writes down.
 *
 * @param zone the zone of a trigger that names none
 * @param now  the moment of saving: the default of {@code at}, and what {@code start} is counted from
 * @param seed what {@code H} in a cron expression is made from: the job's id
 */
public record TriggerDefaults(ZoneId zone, Instant now, String seed) {
    public TriggerDefaults {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(seed, "seed");
    }

    /** The same, with another zone: for the parts of a combined trigger. */
    public TriggerDefaults in(ZoneId other) {
        return new TriggerDefaults(other, now, seed);
    }
}
