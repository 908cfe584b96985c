package org.carillon.ui.editor;

import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.carillon.job.Run;
import org.carillon.log.LogLine;
import org.carillon.log.PlainText;
import org.carillon.log.LogStream;
import org.carillon.ui.dialogs.Failures;
import org.carillon.ui.theme.Icons;
import org.carillon.ui.theme.StateLook;

/** The output of a test run, below the form. */
final class TestRunController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TestRunViewModel model;
    private final Surroundings surroundings;

    @FXML private VBox root;
    @FXML private Label state;
    @FXML private Button stop;
    @FXML private Button close;
    @FXML private ListView<LogLine> lines;

    TestRunController(TestRunViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        Nodes.showWhen(root, model.shown());
        Nodes.showWhen(stop, model.active());
        stop.setOnAction(event -> model.stop());
        close.setOnAction(event -> model.close());
        lines.setItems(model.lines());
        lines.setCellFactory(list -> new LineCell());
        lines.setPlaceholder(new Label(surroundings.say("trial.empty")));
        lines.setAccessibleText(surroundings.say("trial"));
        model.lines().addListener((Observable list) -> lines.scrollTo(model.lines().size() - 1));
        model.run().addListener((run, before, after) -> showState());
        model.failure().addListener((failure, before, after) -> showState());
        model.active().addListener((active, before, after) -> showState());
    }

    private void showState() {
        Throwable failure = model.failure().get();
        Run run = model.run().get();
        state.getStyleClass().setAll("label");
        if (failure != null) {
            state.setText(Failures.words(failure, surroundings.language()));
            state.setGraphic(null);
            state.getStyleClass().addAll("state-danger", "state-text");
        } else if (run != null) {
            StateLook look = StateLook.of(run.state());
            state.setText(words(run, look));
            state.setGraphic(Icons.of(look));
            state.getStyleClass().addAll(look.style(), "state-text");
        } else {
            state.setText("");
            state.setGraphic(null);
        }
    }

    private String words(Run run, StateLook look) {
        StringBuilder text = new StringBuilder(look.word().in(surroundings.language()));
        if (run.reason() != null) {
            text.append(" · ").append(run.reason().words().in(surroundings.language()));
        }
        if (run.duration() != null) {
            text.append(" · ").append(surroundings.times().duration(run.duration()));
        }
        return text.toString();
    }

    private static final class LineCell extends ListCell<LogLine> {
        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : PlainText.of(line.text()));
            pseudoClassStateChanged(ERROR, !empty && line.stream() == LogStream.ERR);
        }
    }
}
