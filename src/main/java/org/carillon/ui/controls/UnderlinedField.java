package org.carillon.ui.controls;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A text field that can underline some of its characters with a wavy line, which JavaFX's own can't. */
public final class UnderlinedField extends StackPane {
    private static final double WAVE = 2;

    private final TextField text = new TextField();
    private final Path wave = new Path();
    private int from;
    private int to;

    public UnderlinedField() {
        getStyleClass().add("underlined-field");
        wave.getStyleClass().add("wave");
        wave.setManaged(false);
        wave.setMouseTransparent(true);
        Pane over = new Pane(wave);
        over.setMouseTransparent(true);
        getChildren().addAll(text, over);
        text.widthProperty().addListener((value, before, after) -> requestLayout());
        text.caretPositionProperty().addListener((value, before, after) -> requestLayout());
        text.textProperty().addListener((value, before, after) -> requestLayout());
        text.fontProperty().addListener((value, before, after) -> requestLayout());
    }

    /** The field itself. */
    public TextField text() {
        return text;
    }

    /** Underlines the characters from {@code first} to before {@code end}; none when they are equal. */
    public void underline(int first, int end) {
        from = first;
        to = end;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        text.layout();
        draw();
    }

    private void draw() {
        wave.getElements().clear();
        int end = Math.min(to, text.getLength());
        if (from >= end || !(text.getSkin() instanceof TextFieldSkin skin)) {
            return;
        }
        Rectangle2D first = skin.getCharacterBounds(from);
        Rectangle2D last = skin.getCharacterBounds(end - 1);
        double y = first.getMaxY() + 1;
        double left = Math.max(first.getMinX(), text.getInsets().getLeft());
        double right = Math.min(last.getMaxX(), text.getWidth() - text.getInsets().getRight());
        wave.getElements().add(new MoveTo(left, y));
        boolean down = true;
        for (double x = left + WAVE; x <= right + WAVE / 2; x += WAVE) {
            wave.getElements().add(new LineTo(x, down ? y + WAVE : y));
            down = !down;
        }
    }

    @Override
    public void requestFocus() {
        text.requestFocus();
    }
}
