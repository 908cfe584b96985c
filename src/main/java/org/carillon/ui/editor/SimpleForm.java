package org.carillon.ui.editor;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;
import org.carillon.ui.controls.DurationUnit;
import org.carillon.ui.controls.TimeText;

/** The schedule without cron: every so often, daily, weekly, monthly, once. */
final class SimpleForm extends Form {
    /** How often. */
    enum Kind {
        EVERY,
        DAILY,
        WEEKLY,
        MONTHLY,
        /** Every so many days, weeks, months or years. */
        CALENDAR,
        ONCE
    }

    /** What an interval is counted from. */
    enum Begin {
        ON_THE_CLOCK,
        NOW,
        MOMENT
    }

    /** How a day of the month is given. */
    enum MonthDay {
        BY_DATE,
        BY_WEEKDAY
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.DAILY);
    private final DurationForm every = new DurationForm(Field.EVERY, DurationForm.Rule.POSITIVE, DurationUnit.MINUTES);
    private final ObjectProperty<Begin> begin = new SimpleObjectProperty<>(Begin.ON_THE_CLOCK);
    private final ObjectProperty<LocalDate> firstDate = new SimpleObjectProperty<>();
    private final StringProperty firstTime = new SimpleStringProperty("00:00");
    private final StringProperty time = new SimpleStringProperty("09:00");
    private final ObservableSet<DayOfWeek> weekdays = FXCollections.observableSet(new TreeSet<>());
    private final ObjectProperty<MonthDay> monthDay = new SimpleObjectProperty<>(MonthDay.BY_DATE);
    private final ObjectProperty<Integer> day = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Integer> which = new SimpleObjectProperty<>(1);
    private final ObjectProperty<DayOfWeek> weekday = new SimpleObjectProperty<>(DayOfWeek.MONDAY);
    private final CalendarForm calendar;
    private final ObjectProperty<LocalDate> date = new SimpleObjectProperty<>();

    /** @param today what dates begin with */
    SimpleForm(LocalDate today) {
        every.amount().set("15");
        calendar = new CalendarForm(today);
        firstDate.set(today);
        date.set(today.plusDays(1));
        weekdays.add(DayOfWeek.MONDAY);
        observe(kind, begin, firstDate, firstTime, time, monthDay, day, which, weekday, date);
        observe(weekdays);
        every.onChange(this::changed);
        calendar.onChange(this::changed);
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    DurationForm every() {
        return every;
    }

    ObjectProperty<Begin> begin() {
        return begin;
    }

    ObjectProperty<LocalDate> firstDate() {
        return firstDate;
    }

    StringProperty firstTime() {
        return firstTime;
    }

    /** The time of the day, for all kinds but {@code EVERY}. */
    StringProperty time() {
        return time;
    }

    ObservableSet<DayOfWeek> weekdays() {
        return weekdays;
    }

    ObjectProperty<MonthDay> monthDay() {
        return monthDay;
    }

    /** 1 to 31, or {@link SimpleSchedule#LAST}. */
    ObjectProperty<Integer> day() {
        return day;
    }

    /** 1 to 4, or {@link SimpleSchedule#LAST}. */
    ObjectProperty<Integer> which() {
        return which;
    }

    ObjectProperty<DayOfWeek> weekday() {
        return weekday;
    }

    CalendarForm calendar() {
        return calendar;
    }

    /** The day of {@code ONCE}. */
    ObjectProperty<LocalDate> date() {
        return date;
    }

    /** Whether the interval as it is written can stand on the clock; else it is counted from now. */
    boolean canStandOnTheClock() {
        return every.duration().filter(SimpleCron::fitsTheClock).isPresent();
    }

    void show(SimpleSchedule schedule) {
        switch (schedule) {
            case SimpleSchedule.OnTheClock it -> showEvery(it.every(), Begin.ON_THE_CLOCK);
            case SimpleSchedule.FromNow it -> showEvery(it.every(), Begin.NOW);
            case SimpleSchedule.From it -> {
                showEvery(it.every(), Begin.MOMENT);
                firstDate.set(it.first().toLocalDate());
                firstTime.set(TimeText.of(it.first().toLocalTime()));
            }
            case SimpleSchedule.Daily it -> showAt(Kind.DAILY, it.time());
            case SimpleSchedule.Weekly it -> {
                weekdays.retainAll(it.days());
                weekdays.addAll(it.days());
                showAt(Kind.WEEKLY, it.time());
            }
            case SimpleSchedule.Monthly it -> {
                monthDay.set(MonthDay.BY_DATE);
                day.set(it.day());
                showAt(Kind.MONTHLY, it.time());
            }
            case SimpleSchedule.MonthlyWeekday it -> {
                monthDay.set(MonthDay.BY_WEEKDAY);
                which.set(it.which());
                weekday.set(it.weekday());
                showAt(Kind.MONTHLY, it.time());
            }
            case SimpleSchedule.ByCalendar it -> {
                calendar.show(it);
                showAt(Kind.CALENDAR, it.time());
            }
            case SimpleSchedule.Once it -> {
                date.set(it.at().toLocalDate());
                showAt(Kind.ONCE, it.at().toLocalTime());
            }
        }
    }

    private void showEvery(Duration duration, Begin from) {
        every.show(duration);
        begin.set(from);
        kind.set(Kind.EVERY);
    }

    private void showAt(Kind how, LocalTime at) {
        kind.set(how);
        if (TimeText.parse(time.get()).filter(at::equals).isEmpty()) {
            time.set(TimeText.of(at));
        }
    }

    /** What is said; only when nothing is wrong. */
    SimpleSchedule schedule() {
        return switch (kind.get()) {
            case EVERY -> interval();
            case DAILY -> new SimpleSchedule.Daily(at(time));
            case WEEKLY -> new SimpleSchedule.Weekly(new TreeSet<>(weekdays), at(time));
            case MONTHLY -> monthDay.get() == MonthDay.BY_DATE
                    ? new SimpleSchedule.Monthly(day.get(), at(time))
                    : new SimpleSchedule.MonthlyWeekday(which.get(), weekday.get(), at(time));
            case CALENDAR -> calendar.schedule(at(time));
            case ONCE -> new SimpleSchedule.Once(LocalDateTime.of(date.get(), at(time)));
        };
    }

    private SimpleSchedule interval() {
        Duration duration = every.duration().orElseThrow();
        return switch (begin.get()) {
            case ON_THE_CLOCK -> canStandOnTheClock() ? new SimpleSchedule.OnTheClock(duration) : new SimpleSchedule.FromNow(duration);
            case NOW -> new SimpleSchedule.FromNow(duration);
            case MOMENT -> new SimpleSchedule.From(duration, LocalDateTime.of(firstDate.get(), at(firstTime)));
        };
    }

    private static LocalTime at(StringProperty text) {
        return TimeText.parse(text.get()).orElseThrow();
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Kind how = kind.get();
        boolean fromMoment = how == Kind.EVERY && begin.get() == Begin.MOMENT;
        if (how == Kind.EVERY) {
            problems.addAll(every.problems());
        }
        if (fromMoment) {
            date(Field.FIRST_DATE, firstDate).ifPresent(problems::add);
            time(Field.FIRST_TIME, firstTime).ifPresent(problems::add);
        }
        if (how == Kind.WEEKLY && weekdays.isEmpty()) {
            problems.add(Problem.missing(Field.WEEKDAYS, Message.of("ui.editor.weekdays.missing")));
        }
        if (how == Kind.CALENDAR) {
            problems.addAll(calendar.problems());
        }
        if (how == Kind.ONCE) {
            date(Field.DATE, date).ifPresent(problems::add);
        }
        if (how != Kind.EVERY) {
            time(Field.TIME, time).ifPresent(problems::add);
        }
        return problems.isEmpty() ? meaninglessProblems() : problems;
    }

    /** What only the trigger itself finds out, such as an interval beyond all calendars. */
    private List<Problem> meaninglessProblems() {
        try {
            schedule().trigger(new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, ""));
            return List.of();
        } catch (TriggerException e) {
            return List.of(Problem.wrong(Field.SCHEDULE, e.explanation()));
        }
    }

    private static Optional<Problem> date(Field field, ObjectProperty<LocalDate> value) {
        return value.get() != null
                ? Optional.empty()
                : Optional.of(Problem.missing(field, Message.of("ui.editor.date.missing")));
    }

    private static Optional<Problem> time(Field field, StringProperty text) {
        if (text.get().isBlank() || text.get().strip().matches("\\d{1,2}[:：.]")) {
            return Optional.of(Problem.missing(field, Message.of("ui.editor.time.missing")));
        }
        return TimeText.parse(text.get()).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.wrong(field, Message.of("ui.editor.time.wrong", text.get().strip())));
    }

    @Override
    Object values() {
        return List.of(super.values(), every.values(), calendar.values());
    }
}
