package org.carillon.ui.log;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** Draws parts of a line: colours that the theme chooses by style class, exact ones as they are. */
final class AnsiNodes {
    private AnsiNodes() {}

    /** @param browse gets the link that was clicked on */
    static Node of(AnsiSpan span, Consumer<String> browse) {
        AnsiStyle style = span.style();
        boolean filled = style.background() != null || style.inverse();
        Node node = filled ? filled(span) : text(span);
        node.getStyleClass().add("ansi");
        node.setStyle(declarations(style, filled));
        if (style.link() != null) {
            node.getStyleClass().add("ansi-link");
            node.setCursor(Cursor.HAND);
            node.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    browse.accept(style.link());
                }
            });
        }
        return node;
    }

    /** Stands in its line just where the text of a label does. */
    private static Node text(AnsiSpan span) {
        Text text = new Text(span.text());
        text.getStyleClass().add("text");
        text.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        return text;
    }

    /** Puts another text into a node that was made for a span of the same style. */
    static void setText(Node node, String text) {
        if (node instanceof Text shape) {
            shape.setText(text);
        } else if (node instanceof Label label) {
            label.setText(text);
        }
    }

    private static Node filled(AnsiSpan span) {
        Label label = new Label(span.text());
        label.getStyleClass().add("ansi-filled");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static String declarations(AnsiStyle style, boolean filled) {
        StringBuilder css = new StringBuilder();
        AnsiColor front = style.inverse() ? style.background() : style.foreground();
        AnsiColor back = style.inverse() ? style.foreground() : style.background();
        String fill = filled ? "-fx-text-fill" : "-fx-fill";
        if (front != null || style.inverse()) {
            declare(css, fill, front == null ? "-color-bg-default" : colour(front));
        } else if (style.link() != null) {
            declare(css, fill, "-color-accent-fg");
        }
        if (filled) {
            declare(css, "-fx-background-color", back == null ? "-color-fg-default" : colour(back));
        }
        css.append(style.bold() ? "-fx-font-weight: bold;" : "").append(style.italic() ? "-fx-font-style: italic;" : "");
        css.append(style.underline() || style.link() != null ? "-fx-underline: true;" : "").append(style.strike() ? "-fx-strikethrough: true;" : "");
        return css.append(style.faint() ? "-fx-opacity: 0.65;" : "").toString();
    }

    private static void declare(StringBuilder css, String property, String value) {
        css.append(property).append(": ").append(value).append("; ");
    }

    private static String colour(AnsiColor colour) {
        return switch (colour) {
            case AnsiColor.Named named -> "-ansi-" + named.index();
            case AnsiColor.Exact exact -> String.format(Locale.ROOT, "#%06x", exact.rgb());
            case AnsiColor.Found found -> "-ansi-found";
        };
    }
}
