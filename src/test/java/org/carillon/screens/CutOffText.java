package org.carillon.screens;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Finds texts that do not fit their place, and controls that do not fit what they are in. The cells of tables and lists may cut off
 * what people have written, because they tell the whole of it to whoever points at them; so may labels, but never buttons.
 */
final class CutOffText {
    /** Rounding. */
    private static final double SLACK = 1.5;

    private final Parent root;
    private final List<String> found = new ArrayList<>();

    private CutOffText(Parent root) {
        this.root = root;
    }

    static List<String> in(Parent root) {
        CutOffText search = new CutOffText(root);
        search.visit(root, false);
        return search.found;
    }

    private void visit(Node node, boolean inCell) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        if (node instanceof Labeled labeled && !inCell) {
            check(labeled);
        }
        if (node instanceof TextField field) {
            check(field);
        }
        if (node instanceof Control control && !inCell) {
            checkPlace(control);
        }
        boolean cell = inCell || node instanceof IndexedCell<?> && isInFlow(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, cell));
        }
    }

    private void check(Labeled labeled) {
        if (labeled.isTextTruncated() && (labeled.getTooltip() == null || labeled instanceof ButtonBase) && !(labeled instanceof IndexedCell<?> && isInFlow(labeled))) {
            found.add("cut off: " + name(labeled) + " “" + labeled.getText() + "”");
        }
    }

    /** What is asked for is to be read whole in an empty field. */
    private void check(TextField field) {
        if (field.getText() != null && !field.getText().isEmpty() || field.getPromptText() == null) {
            return;
        }
        Text prompt = new Text(field.getPromptText());
        prompt.setFont(field.getFont());
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
        if (prompt.getLayoutBounds().getWidth() > room + SLACK && field.getTooltip() == null) {
            found.add("prompt cut off: " + name(field) + " “" + field.getPromptText() + "”");
        }
    }

    private void checkPlace(Control control) {
        checkWindow(control);
        if (!(control.getParent() instanceof Region place) || !control.isManaged() || scrolls(control)) {
            return;
        }
        Bounds bounds = control.getBoundsInParent();
        if (control.getLayoutX() + control.getWidth() > place.getWidth() + SLACK || control.getLayoutY() + control.getHeight() > place.getHeight() + SLACK
                || control.getLayoutX() < -SLACK || control.getLayoutY() < -SLACK) {
            found.add("outside: " + name(control) + " " + (int) bounds.getMaxX() + " × " + (int) bounds.getMaxY() + " in " + (int) place.getWidth()
                    + " × " + (int) place.getHeight());
        }
    }

    private void checkWindow(Control control) {
        for (Node outer = control; outer != null; outer = outer.getParent()) {
            if (outer instanceof ScrollPane || outer instanceof VirtualFlow<?> || outer instanceof TableView<?>) {
                return;
            }
        }
        Bounds bounds = root.sceneToLocal(control.localToScene(control.getLayoutBounds()));
        if (bounds.getMinX() < -SLACK || bounds.getMaxX() > root.getLayoutBounds().getWidth() + SLACK
                || bounds.getMinY() < -SLACK || bounds.getMaxY() > root.getLayoutBounds().getHeight() + SLACK) {
            found.add("outside of the window: " + name(control));
        }
    }

    /** What is in it can be had by scrolling. */
    private static boolean scrolls(Node node) {
        return node.getParent().getStyleClass().contains("viewport") || node.getParent().getParent() instanceof VirtualFlow<?> || isInFlow(node)
                || node.getParent() instanceof TableColumnHeader;
    }

    private static boolean isInFlow(Node node) {
        for (Node outer = node.getParent(); outer != null; outer = outer.getParent()) {
            if (outer instanceof VirtualFlow<?> || outer instanceof TableView<?> || outer instanceof ListView<?>) {
                return outer instanceof VirtualFlow<?>;
            }
        }
        return false;
    }

    private static String name(Node node) {
        String own = node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId()) + " ." + String.join(".", node.getStyleClass());
        for (Node outer = node.getParent(); outer != null; outer = outer.getParent()) {
            if (outer.getId() != null) {
                return own + " in #" + outer.getId();
            }
        }
        return own;
    }
}
