package org.carillon.ui.editor;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.carillon.message.Language;
import org.carillon.ui.controls.ProblemLabel;

/** Where on the screen each problem is shown: the field that gets a red frame and the label under it. */
final class ProblemPlaces {
    private record Place(Node field, ProblemLabel label) {}

    private final Map<Field, Place> places = new EnumMap<>(Field.class);
    private final Language language;

    ProblemPlaces(Language language) {
        this.language = language;
    }

    /** Several fields may share a label, which then shows the first problem of them. */
    void add(Field field, Node node, ProblemLabel label) {
        places.put(field, new Place(node, label));
    }

    /** The control of a field, to bring it into sight and to give it the focus. */
    Optional<Node> node(Field field) {
        return Optional.ofNullable(places.get(field)).map(Place::field);
    }

    /** Shows those problems of the draft that are to be shown, and no others. */
    void show(Draft draft) {
        Map<ProblemLabel, String> texts = new LinkedHashMap<>();
        places.forEach((field, place) -> {
            Optional<Problem> problem = draft.problem(field).filter(draft::shows);
            place.field().pseudoClassStateChanged(Styles.STATE_DANGER, problem.isPresent());
            String text = problem.map(each -> each.message().in(language)).orElse("");
            place.field().setAccessibleHelp(text);
            texts.merge(place.label(), text, (first, second) -> first.isEmpty() ? second : first);
        });
        texts.forEach(ProblemLabel::show);
    }
}
