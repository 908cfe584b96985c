package org.carillon.interchange;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carillon.message.Message;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.CronFieldsTrigger;
import org.carillon.trigger.CronSets;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;

/** A trigger as times of the day on days of a calendar, where it can be said so. */
record PlainSchedule(CronSets sets, ZoneId zone) {
    private static final SortedSet<Integer> HOURS = numbers(0, 23);
    private static final SortedSet<Integer> MONTHS = numbers(1, 12);
    private static final int DAY = 86_400;

    /** @throws InterchangeException if it cannot; it says why */
    static PlainSchedule of(Trigger trigger, Instant now) {
        boolean phased = trigger instanceof IntervalTrigger || trigger instanceof CalendarIntervalTrigger;
        if (trigger.end() != null) {
            throw cannot("end");
        }
        if (trigger.start() != null && trigger.start().isAfter(now) && !phased) {
            throw cannot("start");
        }
        return switch (trigger) {
            case CronTrigger cron when !cron.isReboot() -> new PlainSchedule(cron.sets(), region(cron.zone()));
            case CronFieldsTrigger cron -> new PlainSchedule(cron.sets(), region(cron.zone()));
            case IntervalTrigger interval -> ofInterval(interval);
            case CalendarIntervalTrigger interval -> ofCalendar(interval);
            case DateTrigger date -> ofDate(date);
            default -> throw cannot("combination");
        };
    }

    /** By their names alone zones mean the same everywhere. */
    static ZoneId region(ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return ZoneId.of("UTC");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone.getId())) {
            throw new InterchangeException(Message.of("interchange.export.zone", zone.getId()));
        }
        return zone;
    }

    private static PlainSchedule ofDate(DateTrigger date) {
        ZonedDateTime at = date.at().atZone(ZoneOffset.UTC);
        if (at.getNano() != 0) {
            throw cannot("fraction");
        }
        return new PlainSchedule(new CronSets(one(at.getSecond()), one(at.getMinute()), one(at.getHour()), one(at.getMonthValue()),
                one(at.getYear()), true, CronSets.Days.ofDays(one(at.getDayOfMonth())), CronSets.Days.EVERY, false), ZoneId.of("UTC"));
    }

    private static PlainSchedule ofCalendar(CalendarIntervalTrigger interval) {
        ZonedDateTime first = interval.start().atZone(interval.zone());
        CronSets.Days ofMonth = CronSets.Days.ofDays(one(first.getDayOfMonth()));
        int months = switch (interval.unit()) {
            case MONTHS -> interval.count();
            case YEARS -> 12 * interval.count();
            default -> 0;
        };
        if (months > 0 ? 12 % months != 0 : interval.count() > 1) {
            throw cannot("calendarInterval");
        }
        SortedSet<Integer> some = months == 0 ? MONTHS : IntStream.range(0, 12 / months)
                .mapToObj(i -> (first.getMonthValue() - 1 + i * months) % 12 + 1).collect(Collectors.toCollection(TreeSet::new));
        LocalTime time = interval.time();
        return switch (interval.unit()) {
            case DAYS -> at(time, some, CronSets.Days.EVERY, CronSets.Days.EVERY, interval.zone());
            case WEEKS -> at(time, some, CronSets.Days.EVERY, CronSets.Days.ofWeekdays(one(first.getDayOfWeek().getValue())), interval.zone());
            default -> at(time, some, ofMonth, CronSets.Days.EVERY, interval.zone());
        };
    }

    private static PlainSchedule at(LocalTime time, SortedSet<Integer> months, CronSets.Days ofMonth, CronSets.Days ofWeek, ZoneId zone) {
        return new PlainSchedule(new CronSets(one(time.getSecond()), one(time.getMinute()), one(time.getHour()), months, null, true,
                ofMonth, ofWeek, false), region(zone));
    }

    /** Elapsed time is even in UTC alone, and only where it divides a minute, an hour, a day, or is a week. */
    private static PlainSchedule ofInterval(IntervalTrigger interval) {
        long every = interval.every().getSeconds();
        if (interval.every().getNano() != 0 || interval.start().getNano() != 0) {
            throw cannot("fraction");
        }
        boolean even = 60 % every == 0 || every % 60 == 0 && 3600 % every == 0 || every % 3600 == 0 && DAY % every == 0 || every == 7L * DAY;
        if (!even) {
            throw cannot("interval");
        }
        ZonedDateTime first = interval.start().atZone(ZoneOffset.UTC);
        SortedSet<Integer> seconds = steps(first.getSecond(), every, 60);
        SortedSet<Integer> minutes = steps(first.getMinute(), Math.max(1, every / 60), 60);
        SortedSet<Integer> hours = every < 3600 ? HOURS : steps(first.getHour(), every / 3600, 24);
        CronSets.Days week = every == 7L * DAY ? CronSets.Days.ofWeekdays(one(first.getDayOfWeek().getValue())) : CronSets.Days.EVERY;
        return new PlainSchedule(new CronSets(seconds, minutes, hours, MONTHS, null, true, CronSets.Days.EVERY, week, false), ZoneId.of("UTC"));
    }

    private static SortedSet<Integer> steps(int from, long step, int all) {
        SortedSet<Integer> numbers = new TreeSet<>();
        long width = Math.min(step, all);
        for (long number = from % width; number < all; number += width) {
            numbers.add((int) number);
        }
        return numbers;
    }

    static InterchangeException cannot(String what) {
        return new InterchangeException(Message.of("interchange.export.trigger." + what));
    }

    private static SortedSet<Integer> one(int number) {
        return new TreeSet<>(List.of(number));
    }

    private static SortedSet<Integer> numbers(int from, int to) {
        return Collections.unmodifiableSortedSet(IntStream.rangeClosed(from, to).boxed().collect(Collectors.toCollection(TreeSet::new)));
    }
}
