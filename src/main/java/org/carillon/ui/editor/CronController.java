package org.carillon.ui.editor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.carillon.trigger.CronText;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Mend;
import org.carillon.trigger.TriggerException;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.MendButtons;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.controls.UnderlinedField;
import org.carillon.ui.fx.Views;

/** The schedule as a cron expression: one text, a cell per field under it, and what is wrong with it. */
final class CronController {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<String> EXAMPLES = List.of("*/15 * * * *", "0 * * * *", "0 9 * * *", "0 9 * * 1-5", "30 18 * * 5L", "0 0 1 * *",
            "0 0 L * *", "*/10 * * * * *");

    private final ScheduleForm schedule;
    private final CronForm form;
    private final FieldsController byFields;
    private final Surroundings surroundings;

    @FXML private VBox expression;
    @FXML private VBox fields;
    @FXML private UnderlinedField text;
    @FXML private MenuButton examples;
    @FXML private HBox cells;
    @FXML private Label allowed;
    @FXML private ProblemLabel problem;
    @FXML private MendButtons mends;
    @FXML private ComboBox<Optional<Dialect>> dialect;
    @FXML private Label why;

    CronController(ScheduleForm schedule, Surroundings surroundings) {
        this.schedule = schedule;
        this.form = schedule.cron();
        this.byFields = new FieldsController(schedule.fields(), surroundings);
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        fields.getChildren().add(Views.load(byFields, surroundings.language()));
        Nodes.showWhen(expression, schedule.mode().isNotEqualTo(ScheduleForm.Mode.FIELDS));
        Nodes.showWhen(fields, schedule.mode().isEqualTo(ScheduleForm.Mode.FIELDS));
        TextField field = text.text();
        field.setId("cron");
        field.getStyleClass().add("monospaced");
        field.setPromptText("0 9 * * 1-5");
        field.setAccessibleText(surroundings.say("cron"));
        field.textProperty().bindBidirectional(form.text());
        field.caretPositionProperty().addListener((caret, before, after) -> form.caret().set(after.intValue()));
        field.focusedProperty().addListener((focus, before, after) -> form.typing().set(after));
        new ExampleMenu(surroundings).fill(examples.getItems(), EXAMPLES, this::use);
        Choices.bind(dialect, List.of(Optional.empty(), Optional.of(Dialect.UNIX), Optional.of(Dialect.QUARTZ)), this::name,
                new OptionalDialect(form.dialect()));
        form.caret().addListener((caret, before, after) -> show());
        form.typing().addListener((typing, before, after) -> show());
        form.onChange(this::show);
        show();
    }

    private void use(String expression) {
        form.dialect().set(null);
        form.text().set(expression);
        text.requestFocus();
        text.text().end();
    }

    private String name(Optional<Dialect> choice) {
        return choice.map(each -> surroundings.say("dialect." + each.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> surroundings.say("dialect.auto"));
    }

    void register(ProblemPlaces places) {
        places.add(Field.CRON, text.text(), problem);
        byFields.register(places);
    }

    private void show() {
        TriggerException mistake = form.reading().mistake();
        boolean wrong = mistake != null && !form.reading().typing();
        text.underline(wrong ? mistake.expressionFrom() : 0, wrong ? mistake.expressionTo() : 0);
        mends.show(wrong ? mistake.mends() : List.of(), surroundings.language(), this::take);
        showCells(wrong ? mistake : null);
        boolean byItself = form.dialect().get() == null;
        why.setText(byItself ? form.whyDialect().in(surroundings.language()) : "");
        Nodes.show(why, byItself);
    }

    private void take(Mend offer) {
        form.mend(offer);
        text.requestFocus();
        text.text().end();
    }

    private void showCells(TriggerException mistake) {
        List<CronText.Cell> shown = form.cells();
        CronText.Cell current = form.cellAtCaret();
        while (cells.getChildren().size() > shown.size()) {
            cells.getChildren().removeLast();
        }
        while (cells.getChildren().size() < shown.size()) {
            cells.getChildren().add(new Cell());
        }
        for (int i = 0; i < shown.size(); i++) {
            CronText.Cell cell = shown.get(i);
            boolean wrong = mistake != null && mistake.field() != null
                    && cell.from() <= mistake.expressionFrom() && mistake.expressionFrom() <= cell.to();
            ((Cell) cells.getChildren().get(i)).show(cell, cell.equals(current), wrong);
        }
        Nodes.show(cells, !shown.isEmpty());
        Nodes.show(allowed, current != null);
        allowed.setText(current == null ? "" : surroundings.say("cron.allowed", current.label(), current.allowed()));
    }

    /** One field of the expression; a click selects it in the text. */
    private final class Cell extends VBox {
        private final Label value = new Label();
        private final Label name = new Label();

        Cell() {
            getStyleClass().add("cron-cell");
            value.getStyleClass().addAll("monospaced", "cron-cell-value");
            name.getStyleClass().add("cron-cell-name");
            name.setWrapText(true);
            getChildren().addAll(value, name);
            HBox.setHgrow(this, Priority.ALWAYS);
        }

        void show(CronText.Cell cell, boolean current, boolean wrong) {
            value.setText(cell.text().isEmpty() ? "–" : cell.text());
            name.setText(cell.label().in(surroundings.language()));
            pseudoClassStateChanged(CURRENT, current);
            pseudoClassStateChanged(WRONG, wrong);
            setOnMouseClicked(event -> {
                text.requestFocus();
                text.text().selectRange(cell.from(), cell.to());
            });
        }
    }
}
