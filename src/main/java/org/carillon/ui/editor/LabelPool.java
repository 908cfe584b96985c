package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * Labels that are shown anew at every keystroke, each of some kind. They stay where they are and get another text: to make new ones would
 * cost more than all that the texts tell. For the FX thread alone.
 */
final class LabelPool {
    private final ObservableList<Node> children;
    private final Map<String, List<Label>> made = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /** @param children where the labels are; nothing else may be there */
    LabelPool(ObservableList<Node> children) {
        this.children = children;
    }

    /** Has one of that kind ready that is seldom needed: to make it at a keystroke would take longer than a frame. */
    void prepare(String kind, Supplier<Label> maker) {
        next(kind, "", maker);
        begin();
        end();
    }

    /** From now on every label is free again. */
    void begin() {
        used.clear();
    }

    /** The next one of that kind, with that text. @param maker makes another one where they do not suffice */
    Label next(String kind, String text, Supplier<Label> maker) {
        List<Label> labels = made.computeIfAbsent(kind, _ -> new ArrayList<>());
        int index = used.merge(kind, 1, Integer::sum) - 1;
        if (index == labels.size()) {
            labels.add(maker.get());
            children.add(labels.getLast());
        }
        Label label = labels.get(index);
        label.setText(text);
        label.setOpacity(1);
        label.setManaged(true);
        return label;
    }

    /** Nothing is to be seen of those that were not wanted this time. */
    void end() {
        made.forEach((kind, labels) -> labels.subList(used.getOrDefault(kind, 0), labels.size()).forEach(LabelPool::hide));
    }

    /** What becomes visible gets all its styles anew, which costs more than all else: this is emptied and transparent instead. */
    private static void hide(Label label) {
        label.setText("");
        label.setOpacity(0);
        label.setManaged(false);
    }
}
