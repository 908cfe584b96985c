package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.controls.Segments;
import org.carillon.ui.editor.CombineForm.Kind;

/** The schedule as several together: a card for each part, which unfolds into a form of its own. */
final class CombineController {
    private final CombineForm form;
    private final Surroundings surroundings;
    private final List<PartCard> cards = new ArrayList<>();

    @FXML private Segments<Kind> kind;
    @FXML private VBox parts;
    @FXML private Button add;
    @FXML private ProblemLabel problem;

    CombineController(CombineForm form, Surroundings surroundings) {
        this.form = form;
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        kind.bind(List.of(Kind.values()), each -> surroundings.say("combine." + each.name().toLowerCase(Locale.ROOT)), form.kind());
        add.setOnAction(event -> {
            ScheduleForm part = form.add();
            cards.stream().filter(card -> card.part() == part).forEach(card -> {
                card.unfold(true);
                Nodes.scrollTo(card);
            });
        });
        form.parts().addListener((ListChangeListener<ScheduleForm>) change -> showParts());
        form.onChange(() -> cards.forEach(PartCard::show));
        showParts();
    }

    /** Keeps the cards of parts that stay, and what is unfolded in them. */
    private void showParts() {
        List<PartCard> kept = new ArrayList<>(cards);
        cards.clear();
        for (ScheduleForm part : form.parts()) {
            cards.add(kept.stream().filter(card -> card.part() == part).findFirst().orElseGet(() -> new PartCard(part, surroundings, form::remove)));
        }
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).number(i + 1, cards.size() > 1);
        }
        parts.getChildren().setAll(cards);
    }

    void register(ProblemPlaces places) {
        places.add(Field.PART, parts, problem);
        places.also((problems, tried) -> cards.forEach(card -> card.show(tried)));
        places.forward(Field.PART, () -> cards.stream().filter(PartCard::isWrong).findFirst().ifPresent(PartCard::focusFirstProblem));
    }
}
