package org.carillon.ui.theme;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Tells the whole of a text that does not fit its place to whoever points at it, unless there is something else to tell there. */
final class FullText {
    private static final String STYLE = "full-text";

    private FullText() {}

    static void install(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof Node node) {
                around(node);
            }
        });
    }

    private static void around(Node node) {
        for (Node outer = node; outer != null; outer = outer.getParent()) {
            if (outer instanceof Labeled labeled) {
                tell(labeled);
                return;
            }
        }
    }

    private static void tell(Labeled labeled) {
        Tooltip tip = labeled.getTooltip();
        boolean ours = tip != null && tip.getStyleClass().contains(STYLE);
        if (labeled.isTextTruncated() && tip == null) {
            Tooltip whole = new Tooltip();
            whole.getStyleClass().add(STYLE);
            whole.setWrapText(true);
            whole.textProperty().bind(labeled.textProperty());
            labeled.setTooltip(whole);
        } else if (ours && !labeled.isTextTruncated()) {
            labeled.setTooltip(null);
        }
    }
}
