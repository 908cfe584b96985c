package org.carillon.ui.log;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The spans of a line side by side. Their nodes are used again for a line that looks alike: making and styling them costs most. */
final class AnsiLine extends HBox {
    private final Consumer<String> browse;
    private List<AnsiStyle> drawn = List.of();
    private boolean framed;

    /** @param browse gets the link that was clicked on */
    AnsiLine(Consumer<String> browse) {
        this.browse = browse;
        getStyleClass().add("log-line");
        // Letters that are all of the same width stand below each other only where they are not moved to whole pixels.
        setSnapToPixel(false);
    }

    /** @param before stands before the spans; null for nothing @param after stands behind them; null for nothing */
    void show(Node before, List<AnsiSpan> spans, Node after) {
        List<AnsiStyle> styles = spans.stream().map(AnsiSpan::style).toList();
        boolean frames = before != null || after != null;
        if (!frames && !framed && styles.equals(drawn)) {
            for (int i = 0; i < spans.size(); i++) {
                AnsiNodes.setText(getChildren().get(i), spans.get(i).text());
            }
            return;
        }
        getChildren().setAll(spans.stream().map(span -> AnsiNodes.of(span, browse)).toList());
        if (before != null) {
            getChildren().addFirst(before);
        }
        if (after != null) {
            getChildren().add(after);
        }
        framed = frames;
        drawn = styles;
    }
}
