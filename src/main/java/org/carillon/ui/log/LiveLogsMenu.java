package org.carillon.ui.log;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import org.carillon.log.EscapeFilter;

/** What can be done with the lines of all runs from the table's menu and by its keys: copy, wrap, another size. */
final class LiveLogsMenu {
    private final TableView<LiveLine> table;
    private final LogWords words;
    private final Map<LogKey, Runnable> keys;

    LiveLogsMenu(TableView<LiveLine> table, LogLook look, LogWords words) {
        this.table = table;
        this.words = words;
        this.keys = Map.of(LogKey.COPY, this::copyText, LogKey.COPY_ROWS, this::copyRows, LogKey.LARGER, look::larger,
                LogKey.SMALLER, look::smaller, LogKey.USUAL, look::usual);
        CheckMenuItem wrap = new CheckMenuItem(words.say("wrap"));
        wrap.selectedProperty().bindBidirectional(look.wrap());
        table.setContextMenu(new ContextMenu(copying("copyText", LogKey.COPY, this::copyText), copying("copyRows", LogKey.COPY_ROWS, this::copyRows),
                new SeparatorMenuItem(), wrap, item("larger", look::larger), item("smaller", look::smaller), item("usualSize", look::usual)));
    }

    private MenuItem copying(String key, LogKey keys, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(keys.accelerator());
        item.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.say(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Does what that key stands for, if it stands for anything. */
    void key(KeyEvent event) {
        LogKey.perform(event, keys);
    }

    private void copyText() {
        copy(line -> EscapeFilter.plain(line.line().text()));
    }

    /** With time, job, run and stream, as columns of a spreadsheet. */
    private void copyRows() {
        copy(line -> String.join("\t", words.times().precise(line.line().time()), line.run().jobName(), "#" + line.run().id(),
                words.stream(line.line().stream()), EscapeFilter.plain(line.line().text())));
    }

    private void copy(Function<LiveLine, String> text) {
        String lines = table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).map(text).collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, lines));
        }
    }
}
