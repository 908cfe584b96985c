package org.carillon.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** The pages in the middle of the window, of which one is seen, and the buttons that lead to them. */
final class Pages {
    private final Map<Page, Node> nodes = new EnumMap<>(Page.class);
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Runnable> focus = new EnumMap<>(Page.class);
    private final ShellViewModel model;

    Pages(ShellViewModel model) {
        this.model = model;
    }

    /** @param whenShown gives it the keyboard */
    Pages add(Page page, Node node, ToggleButton button, Runnable whenShown) {
        nodes.put(page, node);
        buttons.put(page, button);
        focus.put(page, whenShown);
        return this;
    }

    Subscription showIn(StackPane center) {
        center.getChildren().setAll(nodes.values());
        return model.page().subscribe(page -> {
            nodes.forEach((other, node) -> {
                node.setVisible(other == page);
                node.setManaged(other == page); // or the window would have to be as large as the largest page needs
            });
            buttons.forEach((other, button) -> button.setSelected(other == page));
        });
    }

    void show(Page page) {
        model.page().set(page);
        buttons.get(page).setSelected(true);
        focus.get(page).run();
    }
}
