package org.carillon.ui.editor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.carillon.trigger.TriggerWords;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/** One part of a combined schedule: its words, and unfolded its form, which is made when it is first seen. */
final class PartCard extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ScheduleForm part;
    private final Surroundings surroundings;
    private final ProblemPlaces places;
    private final Label number = new Label();
    private final ToggleButton words = new ToggleButton();
    private final Button remove = new Button(null, Icons.of(Feather.X));
    private final VBox body = new VBox();
    private ScheduleController controller;
    private boolean tried;

    PartCard(ScheduleForm part, Surroundings surroundings, Consumer<ScheduleForm> removed) {
        this.part = part;
        this.surroundings = surroundings;
        this.places = new ProblemPlaces(surroundings.language());
        getStyleClass().add("part");
        number.getStyleClass().add("part-number");
        words.getStyleClass().add("part-words");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        words.selectedProperty().addListener((value, before, after) -> unfold(after));
        HBox.setHgrow(words, Priority.ALWAYS);
        remove.getStyleClass().addAll("flat", "button-icon", "part-remove");
        remove.setTooltip(new Tooltip(surroundings.say("part.remove")));
        remove.setAccessibleText(surroundings.say("part.remove"));
        remove.setOnAction(event -> removed.accept(part));
        body.getStyleClass().add("part-body");
        HBox head = new HBox(number, words, remove);
        head.getStyleClass().add("part-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, body);
        unfold(false);
        show();
    }

    ScheduleForm part() {
        return part;
    }

    void number(int place, boolean canBeRemoved) {
        number.setText(Integer.toString(place));
        remove.setDisable(!canBeRemoved);
    }

    void unfold(boolean unfolded) {
        if (unfolded && controller == null) {
            controller = new ScheduleController(part, surroundings);
            body.getChildren().add(Views.load(controller, surroundings.language()));
            controller.register(places);
        }
        words.setSelected(unfolded);
        words.setGraphic(Icons.of(unfolded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        Nodes.show(body, unfolded);
        show();
    }

    boolean isWrong() {
        return !part.problems().isEmpty();
    }

    /** @param afterTry whether unfinished fields count as wrong ones */
    void show(boolean afterTry) {
        tried = afterTry;
        show();
    }

    void show() {
        Optional<Problem> problem = part.problems().stream().findFirst();
        words.setText(problem.map(each -> each.message().in(surroundings.language())).orElseGet(this::inWords));
        words.pseudoClassStateChanged(WRONG, problem.filter(each -> tried || !each.pending()).isPresent());
        places.show(part.problems(), tried);
    }

    private String inWords() {
        Instant now = surroundings.clock().instant();
        return TriggerWords.describe(part.trigger(now, ""), surroundings.language(), now);
    }

    void focusFirstProblem() {
        unfold(true);
        part.problems().stream().findFirst().map(Problem::field).ifPresent(places::focus);
    }
}
