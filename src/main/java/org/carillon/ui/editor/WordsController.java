package org.carillon.ui.editor;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerWords;

/** The schedule in plain words: a line to type in, and under it what was understood, which Enter or a click takes. */
final class WordsController {
    private final WordsForm form;
    private final Surroundings surroundings;

    @FXML private TextField sentence;
    @FXML private Button offer;
    @FXML private Label hint;

    WordsController(WordsForm form, Surroundings surroundings) {
        this.form = form;
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        sentence.textProperty().bindBidirectional(form.text());
        sentence.textProperty().addListener((value, before, after) -> show());
        sentence.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        offer.setOnAction(event -> take());
        show();
    }

    /** Enter takes the offer; words that are not understood keep it from saving the form without them. */
    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !form.text().get().isBlank()) {
            event.consume();
            form.take();
        }
    }

    private void take() {
        form.take();
        sentence.requestFocus();
    }

    private void show() {
        Optional<Trigger> understood = form.offer();
        offer.setText(understood.map(trigger -> surroundings.say("words.use", TriggerWords.describe(trigger, surroundings.language()))).orElse(""));
        Nodes.show(offer, understood.isPresent());
        Nodes.show(hint, understood.isEmpty() && !form.text().get().isBlank());
    }
}
