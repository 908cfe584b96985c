package org.carillon.ui.editor;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
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
