package org.carillon.ui.log;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.carillon.message.Message;

/** Wires what is looked for in a table of lines to its model. */
final class LogFind {
    /**
     * What the person sees of it.
     *
     * @param matches   says how many there are
     * @param searching holds the progress, and the button that cancels
     */
    record Controls(TextField find, ToggleButton matchCase, ToggleButton regex, Button previous, Button next, Label matches, HBox searching,
            ProgressBar progress, Button cancel) {}

    /** A search begins when nothing was typed for so long. */
    private static final Duration CALM = Duration.millis(250);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Controls view;
    private final Finding search;
    private final Consumer<Boolean> goTo;
    private final LogWords words;
    private final PauseTransition calm = new PauseTransition(CALM);

    /** @param goTo goes to the next match, or the one before */
    LogFind(Controls view, Finding search, LogWords words, Consumer<Boolean> goTo) {
        this.view = view;
        this.search = search;
        this.goTo = goTo;
        this.words = words;
        calm.setOnFinished(event -> apply());
        bindField();
        bindProgress();
    }

    private void bindField() {
        view.previous().setTooltip(new Tooltip(words.say("previousTip")));
        view.next().setTooltip(new Tooltip(words.say("nextTip")));
        view.regex().setTooltip(new Tooltip(words.say("regexTip")));
        view.matchCase().setTooltip(new Tooltip(words.say("matchCaseTip")));
        BooleanBinding nothing = view.find().textProperty().isEmpty();
        view.previous().disableProperty().bind(nothing);
        view.next().disableProperty().bind(nothing);
        view.regex().selectedProperty().bindBidirectional(search.regex());
        view.matchCase().selectedProperty().bindBidirectional(search.matchCase());
        view.find().textProperty().addListener((property, before, now) -> calm.playFromStart());
        view.find().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || LogKey.NEXT.isCode(event.getCode())) {
                event.consume();
                go(!event.isShiftDown());
            } else if (event.getCode() == KeyCode.ESCAPE && search.searching().get()) {
                event.consume();
                search.cancel();
            }
        });
        search.mistake().subscribe(this::tell);
        search.failure().subscribe(this::tell);
    }

    private void tell() {
        String mistake = search.mistake().get();
        Message failure = search.failure().get();
        view.find().pseudoClassStateChanged(WRONG, mistake != null || failure != null);
        String tip = mistake != null ? words.say("mistake", mistake) : failure != null ? failure.in(words.times().language()) : words.say("findTip");
        view.find().setTooltip(new Tooltip(tip));
    }

    private void bindProgress() {
        view.matches().textProperty().bind(Bindings.createStringBinding(this::count, search.count(), search.query(),
                search.position(), search.mistake(), search.failure()));
        view.searching().visibleProperty().bind(search.searching());
        view.searching().managedProperty().bind(search.searching());
        view.progress().progressProperty().bind(search.progress());
        view.cancel().setTooltip(new Tooltip(words.say("cancelTip")));
        view.cancel().setOnAction(event -> search.cancel());
    }

    private String count() {
        if (search.mistake().get() != null) {
            return words.say("wrong");
        }
        if (search.failure().get() != null) {
            return words.say("failed");
        }
        return search.query().get().pattern() == null ? "" : words.matches(search.position().get(), search.count().get());
    }

    private void apply() {
        calm.stop();
        search.text().set(view.find().getText());
    }

    /** Goes to the next match behind (or before) where the person is. */
    void go(boolean forward) {
        apply();
        goTo.accept(forward);
    }

    /** Gives the field the keyboard. */
    void focus() {
        view.find().requestFocus();
        view.find().selectAll();
    }
}
