package org.carillon.ui.log;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.carillon.log.LogLine;
import org.carillon.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Long lines are shown folded, until the person wants to see one whole. For the FX thread alone. */
final class LogFolds {
    /** Of a folded line so many letters are shown. */
    static final int FOLDED = 1_000;
    /** Of an unfolded one so many at most, those with the match among them: the file has all. */
    static final int UNFOLDED = 32_768;

    /** Of one that the person goes to because something is found in it, so many: few enough for the match to be in sight. */
    static final int AROUND = 1_500;

    private final LogViewModel model;
    private final LogLook look;
    private final LogWords words;
    /** The unfolded lines, by where they begin. */
    private final Map<Long, String> whole = new HashMap<>();
    private Runnable changed = () -> { };

    LogFolds(LogViewModel model, LogLook look, LogWords words) {
        this.model = model;
        this.look = look;
        this.words = words;
        model.run().addListener((property, before, now) -> {
            if (before == null || now == null || before.id() != now.id()) {
                whole.clear();
                look.unfolded().set(false);
            }
        });
    }

    /** @param told when a line was folded or unfolded */
    void whenChanged(Runnable told) {
        changed = told;
    }

    static boolean isLong(LogLine line) {
        return line.text().length() > FOLDED;
    }

    boolean isUnfolded(LogLine line) {
        return !whole.isEmpty() && whole.containsKey(line.offset());
    }

    /** What is shown of an unfolded line. */
    String text(LogLine line) {
        return whole.get(line.offset());
    }

    void toggle(LogLine line) {
        model.pager().freeze();
        if (whole.remove(line.offset()) == null) {
            model.unfold(line.offset(), UNFOLDED, unfolded -> put(line.offset(), unfolded));
        } else {
            tell();
        }
    }

    /** Unfolds the line that begins there if the match in it would not be seen. */
    void showMatch(long offset) {
        model.unfold(offset, AROUND, unfolded -> {
            if (unfolded.match() >= FOLDED) {
                put(offset, unfolded);
            }
        });
    }

    private void put(long offset, Unfolded unfolded) {
        whole.put(offset, unfolded.text());
        tell();
    }

    private void tell() {
        look.unfolded().set(!whole.isEmpty());
        changed.run();
    }

    /** Whether what is looked for is in the line. */
    boolean isFound(LogLine line) {
        return model.search().isFound(line.offset());
    }

    /** What stands behind a long line, and folds or unfolds it. @param found whether what is looked for is in what is not shown */
    Node end(LogLine line, boolean found) {
        Text end = new Text(" " + words.say(isUnfolded(line) ? "unfolded" : "unfold"));
        end.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        end.getStyleClass().addAll("text", "log-fold");
        end.setStyle(found ? "-fx-font-weight: bold;" : "");
        toggleOnClick(end, line);
        return end;
    }

    /** What stands before a long line, where it is always in sight. */
    Node begin(LogLine line) {
        FontIcon begin = Icons.of(isUnfolded(line) ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, "log-fold-icon");
        // In pixels: an icon is a letter of its own font, so that a size in em would grow by itself at each pass. Its style names that font.
        begin.setStyle(begin.getStyle() + "; -fx-icon-size: " + look.iconSize() + "px;");
        toggleOnClick(begin, line);
        return begin;
    }

    private void toggleOnClick(Node node, LogLine line) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                event.consume();
                toggle(line);
            }
        });
    }
}
