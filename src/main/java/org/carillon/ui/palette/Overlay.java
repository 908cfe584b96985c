package org.carillon.ui.palette;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A card over a window's content. Escape and a click beside it close it, and the keyboard goes back to where it was. */
public class Overlay extends StackPane {
    private final StackPane host;
    final VBox card = new VBox();
    private Node before;

    /** @param host has the window's content in it */
    protected Overlay(StackPane host) {
        this.host = host;
        getStyleClass().add("veil");
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            } else if (event.getCode() == KeyCode.TAB) {
                // What lies behind is not to be reached.
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    public final boolean isOpen() {
        return host.getChildren().contains(this);
    }

    /** @param focus gets the keyboard */
    final void open(Node focus) {
        if (!isOpen()) {
            Scene scene = host.getScene();
            before = scene == null ? null : scene.getFocusOwner();
            host.getChildren().add(this);
        }
        focus.requestFocus();
    }

    public final void close() {
        if (host.getChildren().remove(this) && before != null) {
            before.requestFocus();
            before = null;
        }
    }
}
