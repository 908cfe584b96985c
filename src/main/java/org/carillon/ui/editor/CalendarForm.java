package org.carillon.ui.editor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.message.Message;

/** Every so many days, weeks, months or years of the calendar, from a date on. */
final class CalendarForm extends Form {
    static final List<ChronoUnit> UNITS = List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
    private static final String MOST = "1000000";

    private final StringProperty count = new SimpleStringProperty("2");
    private final ObjectProperty<ChronoUnit> unit = new SimpleObjectProperty<>(ChronoUnit.WEEKS);
    private final ObjectProperty<LocalDate> first = new SimpleObjectProperty<>();
    /** A trigger from elsewhere may begin in the middle of its first day, which makes a difference to that day. */
    private LocalDateTime begins;

    /** @param today what the first date begins with */
    CalendarForm(LocalDate today) {
        first.set(today);
        begins = today.atStartOfDay();
        observe(count, unit, first);
    }

    StringProperty count() {
        return count;
    }

    ObjectProperty<ChronoUnit> unit() {
        return unit;
    }

    ObjectProperty<LocalDate> first() {
        return first;
    }

    void show(SimpleSchedule.ByCalendar schedule) {
        begins = schedule.first();
        count.set(Integer.toString(schedule.count()));
        unit.set(schedule.unit());
        first.set(schedule.first().toLocalDate());
    }

    /** What is said, at that time; only when nothing is wrong. */
    SimpleSchedule.ByCalendar schedule(LocalTime time) {
        boolean sameDay = first.get().equals(begins.toLocalDate());
        return new SimpleSchedule.ByCalendar(number().orElseThrow(), unit.get(), sameDay ? begins : first.get().atStartOfDay(), time);
    }

    private Optional<Integer> number() {
        return Optional.of(count.get().strip()).filter(text -> text.matches("\\d{1,7}")).map(Integer::valueOf)
                .filter(number -> number > 0 && number <= Integer.parseInt(MOST));
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (number().isEmpty()) {
            Message message = Message.of("ui.editor.number.wrong", "1", Integer.parseInt(MOST));
            problems.add(new Problem(Field.CALENDAR_COUNT, message, count.get().isBlank()));
        }
        if (first.get() == null) {
            problems.add(Problem.missing(Field.CALENDAR_DATE, Message.of("ui.editor.date.missing")));
        }
        return problems;
    }
}
