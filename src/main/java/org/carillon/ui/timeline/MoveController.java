package org.carillon.ui.timeline;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.carillon.ui.controls.IsoDates;
import org.carillon.ui.controls.ProblemLabel;

/** Wires the question to which time a run is moved to its view model. */
final class MoveController {
    private final MoveViewModel model;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label intro;
    @FXML private Label dateLabel;
    @FXML private DatePicker date;
    @FXML private TextField time;
    @FXML private ProblemLabel problem;
    @FXML private Button move;

    MoveController(MoveViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        intro.setText(model.intro());
        IsoDates.install(date);
        date.getEditor().setAccessibleText(dateLabel.getText());
        date.valueProperty().bindBidirectional(model.date());
        time.textProperty().bindBidirectional(model.time());
        problem.textProperty().bind(model.problem());
        move.disableProperty().bind(model.sound().not());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    /** Gives the time the keyboard. */
    void focus() {
        time.requestFocus();
        time.selectAll();
    }

    @FXML
    private void move() {
        model.move(close);
    }

    @FXML
    private void cancel() {
        close.run();
    }
}
