package org.carillon.trigger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/**
 * Runs by the fields {@code year month day week day_of_week hour minute second}, as APScheduler has them: all must match, weeks are ISO
 * weeks, weekdays count from 0 = Monday. Fields left out below the least significant given one take their least value, those above it all
 * values; {@code week} and {@code day_of_week} always all.
 */
public final class CronFieldsTrigger implements Trigger {
    private final Map<String, String> fields;
    private final CronParser.Parsed parsed;
    private final ZoneId zone;
    private final Instant start;
    private final Instant end;
    private final ClockChange clockChange;
    private final Runs runs;

    private CronFieldsTrigger(Map<String, String> fields, CronParser.Parsed parsed, ZoneId zone, Instant start, Instant end,
                              ClockChange clockChange) {
        this.fields = fields;
        this.parsed = parsed;
        this.zone = Objects.requireNonNull(zone, "zone");
        this.start = start;
        this.end = end;
        this.clockChange = Objects.requireNonNull(clockChange, "clockChange");
        boolean everyPass = clockChange == ClockChange.LITERAL || parsed.elapsed();
        ZonedSearch.Mode mode = everyPass ? ZonedSearch.Mode.EVERY_PASS : ZonedSearch.Mode.ONCE;
        this.runs = new Runs(new ZonedSearch(parsed.schedule(), ZoneClock.of(zone), mode), start, end);
    }

    /**
     * Reads the fields, given by name; none at all means every second.
     *
     * @throws TriggerException that names the field and the place in its text
     */
    public static CronFieldsTrigger parse(Map<String, String> fields, TriggerDefaults defaults) {
        Map<String, String> sorted = Collections.unmodifiableMap(CronFields.sorted(fields));
        return new CronFieldsTrigger(sorted, CronFields.parse(sorted), defaults.zone(), null, null, ClockChange.ONCE);
    }

    /** The same schedule between other limits; null for none. */
    public CronFieldsTrigger between(Instant newStart, Instant newEnd) {
        return new CronFieldsTrigger(fields, parsed, zone, newStart, newEnd, clockChange);
    }

    public CronFieldsTrigger withClockChange(ClockChange newClockChange) {
        return new CronFieldsTrigger(fields, parsed, zone, start, end, newClockChange);
    }

    /** The same local times in another zone. */
    public CronFieldsTrigger withZone(ZoneId newZone) {
        return new CronFieldsTrigger(fields, parsed, newZone, start, end, clockChange);
    }

    /** The given fields as they were written, from the most significant on. */
    public Map<String, String> fields() {
        return fields;
    }

    /** What it says, as plain numbers. */
    public CronSets sets() {
        return CronSets.of(parsed.schedule());
    }

    CronSchedule schedule() {
        return parsed.schedule();
    }

    /** Whether it follows elapsed time at clock changes, because its minute or hour field starts with {@code *}. */
    boolean isElapsed() {
        return parsed.elapsed();
    }

    ZonedSearch search() {
        return runs.search();
    }

    @Override
    public Instant next(Instant after) {
        return runs.next(after);
    }

    @Override
    public Instant previous(Instant before) {
        return runs.previous(before);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public Instant end() {
        return end;
    }

    @Override
    public ClockChange clockChange() {
        return clockChange;
    }

    /** Whether both run at the same local times of the same zone, however their expressions or fields say it. */
    @Override
    public boolean equals(Object other) {
        return CronMeaning.of(this).equals(CronMeaning.of(CombinedParts.simplest(other)));
    }

    @Override
    public int hashCode() {
        return CronMeaning.of(this).hashCode();
    }

    @Override
    public String toString() {
        return fields + " (" + zone + ")";
    }
}
