package org.carillon.ui.jobs;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.carillon.ui.jobs.JobFacts.Fact;

/** Shows what there is to know about the selected job, kept up to date. */
public final class OverviewController {
    private final JobsViewModel model;
    private final JobFacts facts;
    @FXML private GridPane grid;
    @FXML private VBox none;
    @FXML private Label noneWords;
    @FXML private FlowPane several;
    @FXML private Button run;
    @FXML private Button stop;
    @FXML private Button pause;
    @FXML private Button resume;
    @FXML private Button tags;
    private Subscription job = Subscription.EMPTY;
    private List<String> labels = List.of();

    public OverviewController(JobsViewModel model) {
        this.model = model;
        this.facts = new JobFacts(new JobWords(model.times()));
    }

    @FXML
    private void initialize() {
        none.visibleProperty().bind(model.current().isNull());
        noneWords.textProperty().bind(model.selection());
        several.visibleProperty().bind(Bindings.size(model.selected()).greaterThan(1));
        several.managedProperty().bind(several.visibleProperty());
        run.disableProperty().bind(model.canRun().not());
        stop.disableProperty().bind(model.canStop().not());
        pause.disableProperty().bind(model.canPause().not());
        resume.disableProperty().bind(model.canResume().not());
        tags.disableProperty().bind(model.canRun().not());
        model.current().subscribe(this::follow);
        model.clock().now().subscribe(this::show);
    }

    @FXML private void run() {
        model.run();
    }

    @FXML private void stop() {
        model.stop();
    }

    @FXML private void pause() {
        model.pause();
    }

    @FXML private void resume() {
        model.resume();
    }

    @FXML private void changeTags() {
        model.changeTags();
    }

    @FXML private void remove() {
        model.remove();
    }

    private void follow(JobRow row) {
        job.unsubscribe();
        job = row == null ? Subscription.EMPTY : row.status().subscribe(this::show);
        show();
    }

    private void show() {
        JobRow row = model.current().get();
        List<Fact> lines = row == null ? List.of() : facts.of(row, model.scheduler().get(), model.clock().instant());
        List<String> wanted = lines.stream().map(Fact::label).toList();
        if (!wanted.equals(labels)) {
            labels = wanted;
            build(lines);
        }
        for (int i = 0; i < lines.size(); i++) {
            fill((TextField) grid.getChildren().get(2 * i + 1), lines.get(i));
        }
    }

    private void build(List<Fact> lines) {
        grid.getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            Label label = new Label(lines.get(i).label());
            label.getStyleClass().add("quiet");
            label.setMinWidth(Label.USE_PREF_SIZE);
            TextField value = new TextField();
            value.setEditable(false);
            value.getStyleClass().add("copyable");
            label.setLabelFor(value);
            grid.addRow(i, label, value);
        }
    }

    /** A field and not a label, so that the text can be selected and copied. */
    private static void fill(TextField field, Fact fact) {
        String oneLine = fact.value().replace('\n', ' ');
        if (!oneLine.equals(field.getText())) {
            field.setText(oneLine);
            field.setAccessibleText(fact.label() + ": " + oneLine);
        }
    }
}
