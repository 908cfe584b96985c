package org.carillon.interchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carillon.job.JsonTimes;
import org.carillon.message.Message;
import org.carillon.trigger.CalendarIntervalTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.TriggerDefaults;

/** What starts a task of Windows. Task Scheduler schema, triggerType and below */
final class TaskTriggers {
    private static final Set<String> AT_START = Set.of("BootTrigger", "LogonTrigger");

    private final NewJob job;
    private final TriggerDefaults defaults;

    TaskTriggers(NewJob job, TriggerDefaults defaults) {
        this.job = job;
        this.defaults = defaults;
    }

    void read(List<XmlElement> triggers) {
        String event = "";
        for (XmlElement trigger : triggers) {
            if (!trigger.isTrue("Enabled", true)) {
                job.warn("interchange.windows.disabled", trigger.name());
            } else if (AT_START.contains(trigger.name())) {
                job.addReboot();
                trigger.text("Delay").ifPresent(delay -> job.warn("interchange.systemd.delay", "Delay=" + delay));
            } else if (trigger.name().equals("TimeTrigger") || trigger.name().equals("CalendarTrigger")) {
                timed(trigger);
            } else {
                event = trigger.name();
                job.lose(event);
            }
        }
        if (!job.hasTrigger() && !event.isEmpty()) {
            throw new InterchangeException(Message.of("interchange.windows.event", event));
        }
    }

    private void timed(XmlElement trigger) {
        String startText = trigger.text("StartBoundary").orElseThrow(() -> new InterchangeException(Message.of("interchange.windows.noStart")));
        ZoneId zone = zone(startText);
        Instant start = time(startText, zone);
        Instant end = trigger.text("EndBoundary").map(text -> time(text, zone)).orElse(null);
        trigger.text("RandomDelay").map(TaskSchedulerReader::duration).ifPresent(jitter -> job.policy = job.policy.withJitter(jitter));
        if (trigger.name().equals("TimeTrigger")) {
            once(trigger, start, end, zone);
            return;
        }
        TaskRepetition repetition = TaskRepetition.of(trigger.child("Repetition"));
        LocalDateTime first = LocalDateTime.ofInstant(start, zone).truncatedTo(ChronoUnit.SECONDS);
        TaskCalendar calendar = new TaskCalendar(first, start, end, defaults.in(zone), job);
        if (trigger.child("ScheduleByDay").isPresent()) {
            int days = count(trigger, "ScheduleByDay", "DaysInterval");
            calendar.days(days, repetition);
        } else if (trigger.child("ScheduleByWeek").isPresent()) {
            calendar.weeks(count(trigger, "ScheduleByWeek", "WeeksInterval"), trigger.child("ScheduleByWeek").get(), repetition);
        } else if (trigger.child("ScheduleByMonth").isPresent()) {
            calendar.months(trigger.child("ScheduleByMonth").get(), repetition);
        } else if (trigger.child("ScheduleByMonthDayOfWeek").isPresent()) {
            calendar.weekdaysOfMonths(trigger.child("ScheduleByMonthDayOfWeek").get(), repetition);
        } else {
            throw new InterchangeException(Message.of("interchange.windows.event", trigger.name()));
        }
    }

    private void once(XmlElement trigger, Instant start, Instant end, ZoneId zone) {
        TaskRepetition repetition = TaskRepetition.of(trigger.child("Repetition"));
        if (repetition.isNone()) {
            job.add(new DateTrigger(start, null, end, zone, ClockChange.ONCE));
            return;
        }
        Instant last = repetition.duration() == null ? null : start.plus(repetition.duration()).minusSeconds(1);
        Instant until = last == null || end != null && end.isBefore(last) ? end : last;
        job.add(new IntervalTrigger(repetition.interval(), start, until, zone));
    }

    private static int count(XmlElement trigger, String kind, String key) {
        String text = trigger.text(kind, key).orElse("1");
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new InterchangeException(Message.of("interchange.windows.number", key, text));
        }
        return Integer.parseInt(text);
    }

    /** With an offset it is meant for all time zones alike, without one for the machine's own. */
    private ZoneId zone(String text) {
        String offset = text.replaceFirst("^[^T]*T[0-9:.]*", "");
        try {
            return offset.isEmpty() ? defaults.zone() : offset.toUpperCase(Locale.ROOT).equals("Z") ? ZoneId.of("UTC") : ZoneId.of(offset);
        } catch (DateTimeException e) {
            throw new InterchangeException(Message.of("interchange.windows.time", text), e);
        }
    }

    private static Instant time(String text, ZoneId zone) {
        try {
            return JsonTimes.parse(text, zone).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new InterchangeException(Message.of("interchange.windows.time", text), e);
        }
    }

    /** One every so many days or weeks, from that date on. */
    static CalendarIntervalTrigger every(int count, ChronoUnit unit, LocalDate from, LocalDateTime at, Instant end, TriggerDefaults defaults) {
        Instant start = from.atStartOfDay(defaults.zone()).toInstant();
        return new CalendarIntervalTrigger(count, unit, at.toLocalTime(), start, end, defaults.zone(), ClockChange.ONCE);
    }
}
