package org.carillon.ui.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.carillon.trigger.FieldsText;
import org.carillon.trigger.Mend;
import org.carillon.trigger.TriggerException;
import org.carillon.ui.controls.MendButtons;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.controls.UnderlinedField;

/** The schedule as cron by fields: a small text for each, and what may stand in the one that has the focus. */
final class FieldsController {
    private final FieldsForm form;
    private final Surroundings surroundings;
    private final Map<String, UnderlinedField> texts = new LinkedHashMap<>();

    @FXML private FlowPane cells;
    @FXML private Label allowed;
    @FXML private ProblemLabel problem;
    @FXML private MendButtons mends;

    FieldsController(FieldsForm form, Surroundings surroundings) {
        this.form = form;
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        FieldsText.cells().forEach(cell -> cells.getChildren().add(box(cell)));
        form.onChange(this::show);
        show();
    }

    private VBox box(FieldsText.Cell cell) {
        String label = cell.label().in(surroundings.language());
        UnderlinedField text = new UnderlinedField();
        TextField field = text.text();
        field.setId("field-" + cell.name().replace('_', '-'));
        field.getStyleClass().add("monospaced");
        field.setAccessibleText(label);
        field.textProperty().bindBidirectional(form.text(cell.name()));
        field.focusedProperty().addListener((focus, before, after) -> focus(cell.name(), after));
        texts.put(cell.name(), text);
        Label name = new Label(label);
        name.getStyleClass().add("cron-cell-name");
        name.setLabelFor(field);
        VBox box = new VBox(name, text);
        box.getStyleClass().add("field-cell");
        return box;
    }

    private void focus(String name, boolean focused) {
        if (focused || name.equals(form.typing().get())) {
            form.typing().set(focused ? name : null);
        }
    }

    void register(ProblemPlaces places) {
        places.add(Field.FIELDS, cells, problem);
        places.forward(Field.FIELDS, () -> form.mistakes().keySet().stream().findFirst().map(texts::get).ifPresent(UnderlinedField::requestFocus));
    }

    private void show() {
        Map<String, String> given = form.given();
        Map<String, TriggerException> mistakes = form.mistakes();
        texts.forEach((name, text) -> {
            TriggerException mistake = mistakes.get(name);
            int blanks = text.text().getText().length() - text.text().getText().stripLeading().length();
            text.underline(mistake == null ? 0 : blanks + mistake.from(), mistake == null ? 0 : blanks + mistake.to());
            text.text().setPromptText(FieldsText.meant(given, name));
        });
        String name = form.typing().get();
        FieldsText.cells().stream().filter(cell -> cell.name().equals(name)).findFirst().ifPresentOrElse(
                cell -> allowed.setText(surroundings.say("cron.allowed", cell.label(), cell.allowed())),
                () -> allowed.setText(surroundings.say("fields.hint")));
        showMends(mistakes);
    }

    private void showMends(Map<String, TriggerException> mistakes) {
        Map.Entry<String, TriggerException> first = mistakes.entrySet().stream().findFirst().orElse(null);
        mends.show(first == null ? List.of() : first.getValue().mends(), surroundings.language(), mend -> take(first.getKey(), mend));
    }

    private void take(String name, Mend mend) {
        form.text(name).set(mend.expression());
        texts.get(name).requestFocus();
        texts.get(name).text().end();
    }
}
