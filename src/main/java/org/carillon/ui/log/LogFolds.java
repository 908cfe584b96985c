package org.carillon.ui.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.carillon.log.LogLine;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Long lines are shown folded, until the person wants to see one whole. For the FX thread alone.
 *
 * @param <R> a row of the table
 */
final class LogFolds<R> {
    /** Where long lines go on. */
    interface Source<R> {
        LogLine line(R row);

        /** What a line is known by as long as its log is shown. */
        Object key(R row);

        /** Tells what is shown of the line with that key, so many letters at most. */
        void unfold(Object key, int most, Consumer<Unfolded> told);

        /** Whether what is looked for is in the line. */
        boolean isFound(R row);

        /** Leaves the lines where they are. */
        void freeze();
    }

    /** Of a folded line so many letters are shown. */
    static final int FOLDED = 1_000;
    /** Of an unfolded one so many at most, those with the match among them: the file has all. */
    static final int UNFOLDED = 32_768;

    /** Of one that the person goes to because something is found in it, so many: few enough for the match to be in sight. */
    static final int AROUND = 1_500;

    private final Source<R> source;
    private final LogLook look;
    private final LogWords words;
    /** The unfolded lines, by their keys. */
    private final Map<Object, String> whole = new HashMap<>();
    private final TableView<R> table;
    private Runnable changed = () -> { };

    LogFolds(Source<R> source, TableView<R> table, LogLook look, LogWords words) {
        this.source = source;
        this.table = table;
        this.look = look;
        this.words = words;
    }

    /** Other lines are shown. */
    void clear() {
        whole.clear();
        look.unfolded().set(false);
    }

    /** @param told when a line was folded or unfolded */
    void whenChanged(Runnable told) {
        changed = told;
    }

    static boolean isLong(LogLine line) {
        return line.text().length() > FOLDED;
    }

    boolean isUnfolded(R row) {
        return !whole.isEmpty() && whole.containsKey(source.key(row));
    }

    /** What is shown of an unfolded line. */
    String text(R row) {
        return whole.get(source.key(row));
    }

    /** Shows a line whole if it is folded, folds it if it is not; nothing if it is short. */
    void toggle(R row) {
        if (row == null || !isLong(source.line(row))) {
            return;
        }
        source.freeze();
        Object key = source.key(row);
        if (whole.remove(key) == null) {
            source.unfold(key, UNFOLDED, unfolded -> put(key, unfolded));
        } else {
            tell(key);
        }
    }

    /** Unfolds the line with that key if the match in it would not be seen. */
    void showMatch(Object key) {
        source.unfold(key, AROUND, unfolded -> {
            if (unfolded.match() >= FOLDED) {
                put(key, unfolded);
            }
        });
    }

    private void put(Object key, Unfolded unfolded) {
        whole.put(key, unfolded.text());
        tell(key);
    }

    /** Where other rows are of other heights, the row would be somewhere else. */
    private void tell(Object key) {
        look.unfolded().set(!whole.isEmpty());
        changed.run();
        List<R> rows = table.getItems();
        IntStream.range(0, rows.size()).filter(index -> source.key(rows.get(index)).equals(key)).findFirst().ifPresent(table::scrollTo);
    }

    /** Whether what is looked for is in the line. */
    boolean isFound(R row) {
        return source.isFound(row);
    }

    /** What stands behind a long line, and folds or unfolds it. @param found whether what is looked for is in what is not shown */
    Node end(R row, boolean found) {
        Text end = new Text(" " + words.say(isUnfolded(row) ? "unfolded" : "unfold"));
        end.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        end.getStyleClass().addAll("text", "log-fold");
        end.setStyle(found ? "-fx-font-weight: bold;" : "");
        toggleOnClick(end, row);
        return end;
    }

    /** What stands before a long line, where it is always in sight. */
    Node begin(R row) {
        FontIcon begin = Icons.of(isUnfolded(row) ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, "log-fold-icon");
        // In pixels: an icon is a letter of its own font, so that a size in em would grow by itself at each pass. Its style names that font.
        begin.setStyle(begin.getStyle() + "; -fx-icon-size: " + look.iconSize() + "px;");
        toggleOnClick(begin, row);
        return begin;
    }

    private void toggleOnClick(Node node, R row) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                event.consume();
                toggle(row);
            }
        });
    }
}
