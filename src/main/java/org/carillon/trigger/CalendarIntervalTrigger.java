package org.carillon.trigger;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.carillon.message.Message;

/**
 * Every so many years, months, weeks or days from the date of {@code start} on, at one time on the clock. A month that lacks the day is
 * left out. A time in a gap is moved past it ({@link ClockChange#ONCE}) or left out ({@link ClockChange#LITERAL}); of an overlap the first
 * one counts.
 */
public final class CalendarIntervalTrigger implements Trigger {
    private static final int LONGEST = 1_000_000;

    private final int count;
    private final ChronoUnit unit;
    private final LocalTime time;
    private final ZoneId zone;
    private final Instant start;
    private final Instant end;
    private final ClockChange clockChange;
    private final Runs runs;

    /**
     * @param count at least 1
     * @param unit  years, months, weeks or days
     * @param time  without fractions of a second
     * @param start its date in {@code zone} is the first; no run is earlier than it
     * @param end   inclusive, null for none
     * @throws TriggerException if one of them is not what it has to be
     */
    public CalendarIntervalTrigger(int count, ChronoUnit unit, LocalTime time, Instant start, Instant end, ZoneId zone,
                                   ClockChange clockChange) {
        this.count = count;
        this.unit = unit;
        this.time = time;
        this.zone = Objects.requireNonNull(zone, "zone");
        this.start = Objects.requireNonNull(start, "start");
        this.end = end;
        this.clockChange = Objects.requireNonNull(clockChange, "clockChange");
        if (count < 1 || count > LONGEST) {
            throw TriggerException.of(unit.name().toLowerCase(Locale.ROOT),
                    Message.of("trigger.calendar.count", Integer.toString(count), Integer.toString(LONGEST)));
        }
        if (time.getNano() != 0) {
            throw TriggerException.of("time", Message.of("trigger.calendar.fraction", time.toString()));
        }
        ZonedSearch.Mode mode = clockChange == ClockChange.ONCE ? ZonedSearch.Mode.ONCE : ZonedSearch.Mode.FIRST_PASS;
        this.runs = new Runs(new ZonedSearch(schedule(), ZoneClock.of(zone), mode), start, end);
    }

    private CalendarSchedule schedule() {
        if (days() + months() == 0) {
            throw new IllegalArgumentException("Not a unit of calendar intervals: " + unit);
        }
        return new CalendarSchedule(start.atZone(zone).toLocalDate(), days(), months(), time);
    }

    private int days() {
        return unit == ChronoUnit.DAYS ? count : unit == ChronoUnit.WEEKS ? 7 * count : 0;
    }

    private int months() {
        return unit == ChronoUnit.MONTHS ? count : unit == ChronoUnit.YEARS ? 12 * count : 0;
    }

    public int count() {
        return count;
    }

    public ChronoUnit unit() {
        return unit;
    }

    public LocalTime time() {
        return time;
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

    /** Whether both run at the same times; a week is seven days, and a year twelve months. */
    @Override
    public boolean equals(Object other) {
        return CombinedParts.simplest(other) instanceof CalendarIntervalTrigger that && days() == that.days() && months() == that.months() && time.equals(that.time)
                && zone.equals(that.zone) && start.equals(that.start) && Objects.equals(end, that.end)
                && ZonedSearch.inEffect(search().mode(), zone) == ZonedSearch.inEffect(that.search().mode(), zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(days(), months(), time, zone, start, end);
    }

    @Override
    public String toString() {
        return "every " + count + " " + unit + " at " + time + " from " + start + " (" + zone + ")";
    }
}
