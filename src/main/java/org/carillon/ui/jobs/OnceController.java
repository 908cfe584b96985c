package org.carillon.ui.jobs;

import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.controls.ProblemLabel;

/** Wires the question what a job is to be run with, this once, to its view model. */
final class OnceController {
    private static final KeyCombination START = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final OnceViewModel model;
    private final Language language;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label intro;
    @FXML private Label argumentsLabel;
    @FXML private TextArea arguments;
    @FXML private ProblemLabel argumentsProblem;
    @FXML private TextArea variables;
    @FXML private ProblemLabel variablesProblem;
    @FXML private TextArea input;
    @FXML private ProblemLabel failure;
    @FXML private Button start;

    OnceController(OnceViewModel model, Language language, Runnable close) {
        this.model = model;
        this.language = language;
        this.close = close;
    }

    @FXML
    private void initialize() {
        intro.setText(Message.of("ui.jobs.once.intro", model.name()).in(language));
        argumentsLabel.setText(Message.of(model.isLine() ? "ui.jobs.once.line" : "ui.jobs.once.arguments").in(language));
        bind(arguments, model.arguments());
        bind(variables, model.variables());
        bind(input, model.input());
        argumentsProblem.textProperty().bind(model.argumentsProblem());
        variablesProblem.textProperty().bind(model.variablesProblem());
        failure.textProperty().bind(model.failure());
        start.disableProperty().bind(model.sound().not());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private static void bind(TextArea area, StringProperty text) {
        area.textProperty().bindBidirectional(text);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        } else if (START.match(event)) {
            event.consume();
            start();
        }
    }

    /** Gives the first field the keyboard. */
    void focus() {
        arguments.requestFocus();
        arguments.end();
    }

    @FXML
    private void start() {
        model.start(close);
    }

    @FXML
    private void cancel() {
        close.run();
    }
}
