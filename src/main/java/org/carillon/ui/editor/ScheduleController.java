package org.carillon.ui.editor;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.carillon.trigger.ClockChange;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.IsoDates;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.controls.Segments;
import org.carillon.ui.controls.TimeText;
import org.carillon.ui.controls.ZonePicker;
import org.carillon.ui.editor.ScheduleForm.Mode;
import org.carillon.ui.fx.Views;

/** One schedule, of the job or of a part: in plain words, simple, as cron, or combined; its zone and its limits. */
final class ScheduleController {
    private final ScheduleForm form;
    private final Surroundings surroundings;
    private final SimpleController simple;
    private final CronController cron;
    private final CombineController combine;

    @FXML private VBox plain;
    @FXML private Segments<Tab> mode;
    @FXML private Segments<Notation> notation;
    @FXML private Label note;
    @FXML private ProblemLabel scheduleProblem;
    @FXML private VBox ways;
    @FXML private ZonePicker zone;
    @FXML private HBox clockChangeRow;
    @FXML private ComboBox<ClockChange> clockChange;
    @FXML private TitledPane limits;
    @FXML private HBox notBeforeRow;
    @FXML private DatePicker notBeforeDate;
    @FXML private TextField notBeforeTime;
    @FXML private ProblemLabel notBeforeProblem;
    @FXML private DatePicker notAfterDate;
    @FXML private TextField notAfterTime;
    @FXML private ProblemLabel notAfterProblem;

    ScheduleController(ScheduleForm form, Surroundings surroundings) {
        this.form = form;
        this.surroundings = surroundings;
        this.simple = new SimpleController(form.simple(), surroundings);
        this.cron = new CronController(form, surroundings);
        this.combine = new CombineController(form.combine(), surroundings);
    }

    @FXML
    private void initialize() {
        plain.getChildren().add(load(new WordsController(new WordsForm(form, surroundings.clock()::instant), surroundings)));
        TabProperty tab = new TabProperty(form.mode());
        mode.bind(List.of(Tab.values()), each -> say("mode", each), tab);
        notation.bind(List.of(Notation.values()), each -> say("notation", each), new NotationProperty(form.mode()));
        Nodes.showWhen(notation, tab.isEqualTo(Tab.CRON));
        addWay(load(simple), Tab.SIMPLE, tab);
        addWay(load(cron), Tab.CRON, tab);
        addWay(load(combine), Tab.COMBINE, tab);
        zone.bind(form.zone(), surroundings.say("zone"), surroundings.language(), surroundings.clock().instant());
        Choices.bind(clockChange, List.of(ClockChange.values()), each -> say("clockChange", each), form.clockChange());
        bind(form.limits().notBefore(), notBeforeDate, notBeforeTime, "limit.notBefore");
        bind(form.limits().notAfter(), notAfterDate, notAfterTime, "limit.notAfter");
        limits.setExpanded(!form.limits().isOpen());
        form.note().subscribe(message -> {
            note.setText(message == null ? "" : message.in(surroundings.language()));
            Nodes.show(note, message != null);
        });
        form.onChange(this::show);
        show();
    }

    private Node load(Object controller) {
        return Views.load(controller, surroundings.language());
    }

    private void addWay(Node view, Tab way, TabProperty tab) {
        Nodes.showWhen(view, tab.isEqualTo(way));
        ways.getChildren().add(view);
    }

    private void bind(LimitForm limit, DatePicker date, TextField time, String name) {
        IsoDates.install(date);
        date.setPromptText(surroundings.say("limit.none"));
        date.getEditor().setAccessibleText(surroundings.say(name));
        date.valueProperty().bindBidirectional(limit.date());
        time.setPromptText(TimeText.of(limit.wholeDay()));
        time.setAccessibleText(surroundings.say(name));
        time.textProperty().bindBidirectional(limit.time());
        time.disableProperty().bind(limit.date().isNull());
    }

    private void show() {
        Nodes.show(clockChangeRow, form.followsTheClock());
        Nodes.show(notBeforeRow, !form.countsFromStart());
        limits.setText(surroundings.say("limit.summary", summary()));
    }

    private String summary() {
        String from = form.countsFromStart() ? "" : said(form.limits().notBefore(), "limit.from");
        String until = said(form.limits().notAfter(), "limit.until");
        return from.isEmpty() && until.isEmpty() ? surroundings.say("limit.none") : (from + " " + until).strip();
    }

    private String said(LimitForm limit, String key) {
        if (limit.date().get() == null) {
            return "";
        }
        return surroundings.say(key, (limit.date().get() + " " + limit.time().get()).strip());
    }

    void register(ProblemPlaces places) {
        simple.register(places);
        cron.register(places);
        combine.register(places);
        places.add(Field.SCHEDULE, mode, scheduleProblem);
        places.add(Field.NOT_BEFORE, notBeforeTime, notBeforeProblem);
        places.add(Field.NOT_AFTER, notAfterTime, notAfterProblem);
    }

    private String say(String key, Enum<?> value) {
        return surroundings.say(key + "." + value.name().toLowerCase(Locale.ROOT));
    }

    /** Three of which one is shown; cron has two notations. */
    enum Tab {
        SIMPLE,
        CRON,
        COMBINE;

        static Tab of(Mode mode) {
            return switch (mode) {
                case SIMPLE -> SIMPLE;
                case CRON, FIELDS -> CRON;
                case COMBINE -> COMBINE;
            };
        }
    }

    /** How cron is written. */
    enum Notation {
        EXPRESSION,
        FIELDS
    }
}
