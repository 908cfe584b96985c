package org.carillon.ui.log;

import javafx.beans.Observable;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.carillon.log.LogLine;

/**
 * Makes the text column as wide as the longest line that has been in the table, so that it can be scrolled to its end, and at
 * least as wide as the table. It is reckoned from the number of letters: measuring each line would cost more than drawing it.
 */
final class LogWidth {
    private static final int MOST_LETTERS = 4_000;
    private static final double EDGES = 24;
    private static final char FIRST_WIDE = '\u1100';

    private final TableView<LogLine> table;
    private final TableColumn<LogLine, LogLine> text;
    private final double others;
    private final double letter;
    private int longest;

    /** @param others the width of the other columns */
    LogWidth(TableView<LogLine> table, TableColumn<LogLine, LogLine> text, double others) {
        this.table = table;
        this.text = text;
        this.others = others;
        Text measured = new Text("0".repeat(100));
        measured.setFont(Font.font("Monospaced", Font.getDefault().getSize()));
        this.letter = measured.getLayoutBounds().getWidth() / 100;
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getItems().addListener((ListChangeListener<LogLine>) this::changed);
        table.widthProperty().addListener((Observable width) -> apply());
    }

    private void changed(Change<? extends LogLine> change) {
        int before = longest;
        if (table.getItems().isEmpty()) {
            longest = 0;
        }
        while (change.next()) {
            for (LogLine line : change.getAddedSubList()) {
                longest = Math.max(longest, letters(line.text()));
            }
        }
        if (longest != before) {
            apply();
        }
    }

    private void apply() {
        double room = table.getWidth() - others - EDGES;
        text.setPrefWidth(Math.max(room, letter * Math.min(MOST_LETTERS, longest) + EDGES));
    }

    /** How many Latin letters wide; Chinese ones and the like are twice as wide. */
    private static int letters(String line) {
        int width = line.length();
        for (int i = 0; i < line.length() && width < MOST_LETTERS; i++) {
            if (line.charAt(i) >= FIRST_WIDE) {
                width++;
            }
        }
        return width;
    }
}
