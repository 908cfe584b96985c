package org.carillon.ui.editor;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import org.carillon.message.Language;
import org.carillon.ui.controls.ProblemLabel;

/** Where on the screen each problem is shown: the field that gets a red frame and the label under it. */
final class ProblemPlaces {
    private record Place(Node field, ProblemLabel label) {}

    private final Map<Field, Place> places = new EnumMap<>(Field.class);
    private final Map<Field, Runnable> forwards = new EnumMap<>(Field.class);
    private final List<BiConsumer<List<Problem>, Boolean>> others = new ArrayList<>();
    private final Language language;

    ProblemPlaces(Language language) {
        this.language = language;
    }

    /** Several fields may share a label, which then shows the first problem of them. */
    void add(Field field, Node node, ProblemLabel label) {
        places.put(field, new Place(node, label));
    }

    /** Who else shows problems, of fields within a field; told whether unfinished ones count as wrong. */
    void also(BiConsumer<List<Problem>, Boolean> other) {
        others.add(other);
    }

    /** What goes to the field within a field that is wrong. */
    void forward(Field field, Runnable focus) {
        forwards.put(field, focus);
    }

    /** The control of a field, to bring it into sight. */
    Optional<Node> node(Field field) {
        return Optional.ofNullable(places.get(field)).map(Place::field);
    }

    /** Gives a field the focus, or the one within it that is wrong. */
    void focus(Field field) {
        forwards.getOrDefault(field, () -> node(field).ifPresent(Node::requestFocus)).run();
    }

    /** Shows those problems that are to be shown, and no others. @param tried whether unfinished fields count as wrong ones */
    void show(List<Problem> problems, boolean tried) {
        Map<ProblemLabel, String> texts = new LinkedHashMap<>();
        places.forEach((field, place) -> {
            Optional<Problem> problem = problems.stream().filter(each -> each.field() == field).findFirst()
                    .filter(each -> tried || !each.pending());
            place.field().pseudoClassStateChanged(Styles.STATE_DANGER, problem.isPresent());
            String text = problem.map(each -> each.message().in(language)).orElse("");
            place.field().setAccessibleHelp(text);
            texts.merge(place.label(), text, (first, second) -> first.isEmpty() ? second : first);
        });
        texts.forEach(ProblemLabel::show);
        others.forEach(other -> other.accept(problems, tried));
    }
}
