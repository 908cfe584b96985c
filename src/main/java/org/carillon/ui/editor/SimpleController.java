package org.carillon.ui.editor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.DurationField;
import org.carillon.ui.controls.IsoDates;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.controls.Segments;
import org.carillon.ui.controls.WeekdayPills;
import org.carillon.ui.editor.SimpleForm.Begin;
import org.carillon.ui.editor.SimpleForm.Kind;
import org.carillon.ui.editor.SimpleForm.MonthDay;

/** The schedule without cron. */
final class SimpleController {
    private static final int SHORTEST_MONTH = 28;

    private final SimpleForm form;
    private final Surroundings surroundings;

    @FXML private Segments<Kind> often;
    @FXML private HBox everyRow;
    @FXML private DurationField every;
    @FXML private ComboBox<Begin> begin;
    @FXML private HBox first;
    @FXML private DatePicker firstDate;
    @FXML private TextField firstTime;
    @FXML private ProblemLabel everyProblem;
    @FXML private Label everyHint;
    @FXML private HBox weekdaysRow;
    @FXML private WeekdayPills weekdays;
    @FXML private ProblemLabel weekdaysProblem;
    @FXML private HBox monthRow;
    @FXML private ComboBox<MonthDay> monthDay;
    @FXML private ComboBox<Integer> day;
    @FXML private ComboBox<Integer> which;
    @FXML private ComboBox<DayOfWeek> weekday;
    @FXML private Label monthHint;
    @FXML private HBox calendarRow;
    @FXML private TextField calendarCount;
    @FXML private ComboBox<ChronoUnit> calendarUnit;
    @FXML private DatePicker calendarFirst;
    @FXML private ProblemLabel calendarProblem;
    @FXML private Label calendarHint;
    @FXML private HBox dateRow;
    @FXML private DatePicker date;
    @FXML private ProblemLabel dateProblem;
    @FXML private HBox timeRow;
    @FXML private TextField time;
    @FXML private ProblemLabel timeProblem;

    SimpleController(SimpleForm form, Surroundings surroundings) {
        this.form = form;
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        often.bind(List.of(Kind.values()), each -> say("often", each), form.kind());
        every.bind(form.every().amount(), form.every().unit(), surroundings.say("every"), surroundings.language());
        Choices.bind(begin, List.of(Begin.values()), each -> say("begin", each), form.begin());
        bindDate(firstDate, form.firstDate(), "begin.date");
        firstTime.textProperty().bindBidirectional(form.firstTime());
        firstTime.setAccessibleText(surroundings.say("begin.time"));
        weekdays.bind(form.weekdays(), surroundings.language());
        bindMonth();
        bindCalendar();
        bindDate(date, form.date(), "date");
        time.textProperty().bindBidirectional(form.time());
        form.onChange(this::show);
        show();
    }

    private void bindMonth() {
        Choices.bind(monthDay, List.of(MonthDay.values()), each -> say("monthDay", each), form.monthDay());
        List<Integer> days = Stream.concat(IntStream.rangeClosed(1, 31).boxed(), Stream.of(SimpleSchedule.LAST)).toList();
        Choices.bind(day, days, each -> each == SimpleSchedule.LAST ? surroundings.say("day.last") : surroundings.say("day", each), form.day());
        Choices.bind(which, List.of(1, 2, 3, 4, SimpleSchedule.LAST), each -> surroundings.say("which." + each), form.which());
        Choices.bind(weekday, List.of(DayOfWeek.values()),
                each -> each.getDisplayName(TextStyle.FULL_STANDALONE, surroundings.language().locale()), form.weekday());
        List.of(monthDay, day, which, weekday).forEach(box -> box.setAccessibleText(surroundings.say("monthDay")));
    }

    private void bindCalendar() {
        calendarCount.textProperty().bindBidirectional(form.calendar().count());
        calendarCount.setAccessibleText(surroundings.say("every"));
        Choices.bind(calendarUnit, CalendarForm.UNITS, each -> say("calendar", each), form.calendar().unit());
        calendarUnit.setAccessibleText(surroundings.say("calendar.unit"));
        bindDate(calendarFirst, form.calendar().first(), "begin.date");
    }

    private void bindDate(DatePicker picker, Property<LocalDate> property, String name) {
        IsoDates.install(picker);
        picker.getEditor().setAccessibleText(surroundings.say(name));
        picker.valueProperty().bindBidirectional(property);
    }

    private void show() {
        Kind kind = form.kind().get();
        boolean fromMoment = form.begin().get() == Begin.MOMENT;
        boolean byDate = form.monthDay().get() == MonthDay.BY_DATE;
        Nodes.show(everyRow, kind == Kind.EVERY);
        Nodes.show(first, fromMoment);
        Nodes.show(weekdaysRow, kind == Kind.WEEKLY);
        Nodes.show(monthRow, kind == Kind.MONTHLY);
        Nodes.show(day, byDate);
        Nodes.show(which, !byDate);
        Nodes.show(weekday, !byDate);
        Nodes.show(calendarRow, kind == Kind.CALENDAR);
        Nodes.show(dateRow, kind == Kind.ONCE);
        Nodes.show(timeRow, kind != Kind.EVERY);
        boolean offTheClock = form.begin().get() == Begin.ON_THE_CLOCK && form.every().problems().isEmpty() && !form.canStandOnTheClock();
        hint(everyHint, offTheClock, "every.offTheClock");
        hint(calendarHint, leavesOut(form.calendar()), "day.leftOut");
        hint(monthHint, byDate && form.day().get() > SHORTEST_MONTH, "day.leftOut");
    }

    private static boolean leavesOut(CalendarForm calendar) {
        boolean byMonth = calendar.unit().get() == ChronoUnit.MONTHS || calendar.unit().get() == ChronoUnit.YEARS;
        return byMonth && calendar.first().get() != null && calendar.first().get().getDayOfMonth() > SHORTEST_MONTH;
    }

    private void hint(Label label, boolean shown, String key) {
        label.setText(shown ? surroundings.say(key) : "");
        Nodes.show(label, shown);
    }

    void register(ProblemPlaces places) {
        places.add(Field.EVERY, every.amount(), everyProblem);
        places.add(Field.FIRST_DATE, firstDate, everyProblem);
        places.add(Field.FIRST_TIME, firstTime, everyProblem);
        places.add(Field.WEEKDAYS, weekdays, weekdaysProblem);
        places.add(Field.CALENDAR_COUNT, calendarCount, calendarProblem);
        places.add(Field.CALENDAR_DATE, calendarFirst, calendarProblem);
        places.add(Field.DATE, date, dateProblem);
        places.add(Field.TIME, time, timeProblem);
    }

    private String say(String key, Enum<?> value) {
        return surroundings.say(key + "." + value.name().toLowerCase(Locale.ROOT));
    }
}
