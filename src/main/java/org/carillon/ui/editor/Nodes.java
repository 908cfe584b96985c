package org.carillon.ui.editor;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Small things that several parts of the form do with their controls. */
final class Nodes {
    private Nodes() {}

    /** Shows a control only while that is so; hidden it takes no room. */
    static void showWhen(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** Shows a control or hides it, without a gap. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Scrolls the form so far that a control, which may have just come, is in sight; as much of it as there is room for. */
    static void scrollTo(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane) {
                pane.applyCss();
                pane.layout();
                scroll(pane, node);
                return;
            }
        }
    }

    private static void scroll(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        Bounds wanted = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double window = pane.getViewportBounds().getHeight();
        double room = content.getLayoutBounds().getHeight() - window;
        if (room <= 0) {
            return;
        }
        double top = pane.getVvalue() * room;
        double lowest = Math.min(wanted.getMinY(), top);
        double target = wanted.getMaxY() > lowest + window ? Math.min(wanted.getMinY(), wanted.getMaxY() - window) : lowest;
        pane.setVvalue(Math.clamp(target / room, 0, 1));
    }

    /** Lets Tab leave a text area, as it leaves every other field of a form. */
    static void tabLeaves(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown()
                        ? TraversalDirection.PREVIOUS
                        : TraversalDirection.NEXT);
            }
        });
    }
}
