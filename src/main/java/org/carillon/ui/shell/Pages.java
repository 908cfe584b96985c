package org.carillon.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * The pages in the middle of the window, of which one is seen, and the buttons that lead to them. A page is made when it is shown for the
 * first time: the window need not wait for those that nobody has asked for.
 */
final class Pages {
    /** @param focus gives it the keyboard */
    record View(Node node, Runnable focus) {}

    private final Map<Page, Supplier<View>> makers = new EnumMap<>(Page.class);
    private final Map<Page, View> views = new EnumMap<>(Page.class);
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final ShellViewModel model;

    Pages(ShellViewModel model) {
        this.model = model;
    }

    /** @param maker called once at most */
    Pages add(Page page, ToggleButton button, Supplier<View> maker) {
        makers.put(page, maker);
        buttons.put(page, button);
        return this;
    }

    Subscription showIn(StackPane center) {
        return model.page().subscribe(page -> {
            views.computeIfAbsent(page, _ -> made(page, center));
            views.forEach((other, view) -> {
                view.node().setVisible(other == page);
                view.node().setManaged(other == page); // or the window would have to be as large as the largest page needs
            });
            buttons.forEach((other, button) -> button.setSelected(other == page));
        });
    }

    private View made(Page page, StackPane center) {
        View view = makers.get(page).get();
        center.getChildren().add(view.node());
        view.node().applyCss(); // what stands in a split pane can have the keyboard only then
        return view;
    }

    void show(Page page) {
        model.page().set(page);
        buttons.get(page).setSelected(true);
        views.get(page).focus().run();
    }
}
