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
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
    /** What is looked at in a trigger; everything else in it is told as lost. */
    private static final Set<String> OF_ALL = Set.of("Enabled", "StartBoundary", "EndBoundary", "Repetition");
    private static final Set<String> OF_START = Set.of("Delay");
    private static final Set<String> OF_TIME = Set.of("RandomDelay", "ScheduleByDay", "ScheduleByWeek", "ScheduleByMonth", "ScheduleByMonthDayOfWeek");

    private final NewJob job;
    private final TriggerDefaults defaults;
    private final SortedSet<Duration> delays = new TreeSet<>();

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
                lose(trigger, OF_START);
                atStart(trigger);
            } else if (trigger.name().equals("TimeTrigger") || trigger.name().equals("CalendarTrigger")) {
                lose(trigger, OF_TIME);
                timed(trigger);
            } else {
                event = trigger.name();
                job.lose(event);
            }
        }
        if (!job.hasTrigger() && !event.isEmpty()) {
            throw new InterchangeException(Message.of("interchange.windows.event", event));
        }
        delay();
    }

    private void lose(XmlElement trigger, Set<String> known) {
        trigger.children().stream().map(XmlElement::name).filter(name -> !OF_ALL.contains(name) && !known.contains(name))
                .forEach(name -> job.lose(trigger.name() + "/" + name));
        if (trigger.child("Repetition").filter(repetition -> repetition.isTrue("StopAtDurationEnd", false)).isPresent()) {
            job.lose(trigger.name() + "/Repetition/StopAtDurationEnd");
        }
    }

    /** A job has one delay for all its triggers: the longest. */
    private void delay() {
        if (!delays.isEmpty() && !delays.last().isZero()) {
            job.policy = job.policy.withJitter(delays.last());
            if (delays.size() > 1) {
                job.warn("interchange.windows.delays", delays.last().toString());
            }
        }
    }

    /** At the start of the machine or of a session, of which Carillon knows only its own. */
    private void atStart(XmlElement trigger) {
        Optional<Instant> end = trigger.text("EndBoundary").map(text -> time(text, zone(text)));
        if (end.filter(time -> !time.isAfter(defaults.now())).isPresent()) {
            job.warn("interchange.windows.ended", trigger.name());
            return;
        }
        end.ifPresent(time -> job.lose(trigger.name() + "/EndBoundary"));
        trigger.text("StartBoundary").filter(text -> time(text, zone(text)).isAfter(defaults.now()))
                .ifPresent(text -> job.lose(trigger.name() + "/StartBoundary"));
        job.addReboot();
        trigger.text("Delay").ifPresent(delay -> job.warn("interchange.systemd.delay", "Delay=" + delay));
        TaskRepetition repetition = TaskRepetition.of(trigger.child("Repetition"));
        if (repetition.isNone()) {
            return;
        }
        if (repetition.duration() != null) {
            throw new InterchangeException(Message.of("interchange.windows.fromStart", trigger.name(), repetition.duration().toString()));
        }
        job.add(IntervalTrigger.every(repetition.interval(), defaults));
        job.warn("interchange.windows.repeats", repetition.interval().toString());
    }

    private void timed(XmlElement trigger) {
        String startText = trigger.text("StartBoundary").orElseThrow(() -> new InterchangeException(Message.of("interchange.windows.noStart")));
        ZoneId zone = zone(startText);
        Instant start = time(startText, zone);
        Instant end = trigger.text("EndBoundary").map(text -> time(text, zone)).orElse(null);
        delays.add(trigger.text("RandomDelay").map(TaskSchedulerReader::duration).orElse(Duration.ZERO));
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
