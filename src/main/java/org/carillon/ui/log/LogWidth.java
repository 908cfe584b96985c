package org.carillon.ui.log;

import java.util.function.Function;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.carillon.log.LogLine;

/**
 * Makes the text column as wide as the longest line that has been in the table, so that it can be scrolled to its end, and at
 * least as wide as the table; just as wide where lines are wrapped. It is reckoned from the number of letters: measuring each line
 * would cost more than drawing it.
 */
final class LogWidth<R> {
    /** So wide is a folded line, with what unfolds it. */
    private static final int MOST_LETTERS = LogFolds.FOLDED + 20;
    private static final double EDGES = 24;
    private static final char FIRST_WIDE = '\u1100';

    private final TableView<R> table;
    private final TableColumn<R, ?> text;
    private final Function<R, LogLine> line;
    private final LogLook look;
    private int longest;

    LogWidth(TableView<R> table, TableColumn<R, ?> text, Function<R, LogLine> line, LogLook look) {
        this.table = table;
        this.text = text;
        this.line = line;
        this.look = look;
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getItems().addListener((ListChangeListener<R>) this::changed);
        table.widthProperty().addListener((Observable width) -> apply());
        look.size().addListener((Observable size) -> apply());
        look.wrap().addListener((Observable wrap) -> apply());
    }

    private void changed(Change<? extends R> change) {
        int before = longest;
        if (table.getItems().isEmpty()) {
            longest = 0;
        }
        while (change.next()) {
            for (R row : change.getAddedSubList()) {
                longest = Math.max(longest, letters(line.apply(row).text()));
            }
        }
        if (longest != before) {
            apply();
        }
    }

    private void apply() {
        double others = table.getVisibleLeafColumns().stream().filter(column -> column != text).mapToDouble(TableColumn::getWidth).sum();
        double room = table.getWidth() - others - EDGES;
        text.setPrefWidth(look.wrap().get() ? Math.max(80, room) : Math.max(room, letter() * Math.min(MOST_LETTERS, longest) + EDGES));
    }

    private double letter() {
        Text measured = new Text("0".repeat(100));
        measured.setFont(Font.font("Monospaced", look.size().get()));
        return measured.getLayoutBounds().getWidth() / 100;
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
