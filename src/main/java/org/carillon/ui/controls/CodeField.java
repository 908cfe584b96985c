package org.carillon.ui.controls;

import java.util.Locale;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/**
 * A field for code, with line numbers and coloured words. Tab indents; Shift+Tab and Ctrl+Tab leave the field. It keeps its text
 * equal to a property.
 */
public final class CodeField extends StackPane {
    private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("focused-inside");
    private static final int TAB = 4;
    private static final Insets PADDING = new Insets(4, 4, 4, 8);

    private final CodeArea area = new CodeArea();

    /** @param syntax how it is coloured; may change at any time */
    public CodeField(Property<String> text, ObservableValue<Syntax> syntax) {
        getStyleClass().add("code-field");
        getChildren().add(area);
        area.setLineNumbersEnabled(true);
        area.setWrapText(true);
        area.setTabSize(TAB);
        // The area never ends the animation of its caret, and a running one keeps the whole window in memory after it is closed.
        area.setCaretBlinkPeriod(Duration.ZERO);
        area.setContentPadding(PADDING);
        area.getModel().setLineEnding(LineEnding.LF);
        area.setText(text.getValue());
        area.getModel().addListener(change -> {
            if (change.isEdit() && !area.getText().equals(text.getValue())) {
                text.setValue(area.getText());
            }
        });
        text.subscribe(now -> {
            if (!now.equals(area.getText())) {
                area.setText(now);
            }
        });
        syntax.subscribe(now -> area.setSyntaxDecorator(new Colours(now == null ? Syntax.PLAIN : now)));
        area.focusedProperty().subscribe(focused -> pseudoClassStateChanged(INSIDE, focused));
        addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    }

    /** What has the focus when it is typed in. */
    public CodeArea area() {
        return area;
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && (event.isShiftDown() || event.isControlDown())) {
            event.consume();
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    /** Gives each piece the style of its kind: {@code code-keyword}. */
    private record Colours(Syntax syntax) implements SyntaxDecorator {
        @Override
        public RichParagraph createRichParagraph(CodeTextModel model, int index) {
            RichParagraph.Builder line = RichParagraph.builder();
            for (Syntax.Token token : syntax.tokens(model.getPlainText(index))) {
                line.addWithStyleNames(token.text(), "code-" + token.kind().name().toLowerCase(Locale.ROOT));
            }
            return line.build();
        }

        @Override
        public void handleChange(CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
            // Each line is looked at on its own when it is drawn.
        }
    }
}
