package org.carillon.ui.log;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.carillon.log.LogLine;
import org.carillon.ui.dialogs.Failures;

/** Wires the log table to its view model. */
public final class LogController {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LogViewModel model;
    private final LogWords words;
    @FXML private Label title;
    @FXML private Label matches;
    @FXML private TextField find;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Button copy;
    @FXML private TableView<LogLine> table;
    @FXML private TableColumn<LogLine, LogLine> time;
    @FXML private TableColumn<LogLine, LogLine> stream;
    @FXML private TableColumn<LogLine, LogLine> text;
    @FXML private ProgressIndicator loading;
    @FXML private Button newLines;

    public LogController(LogViewModel model) {
        this.model = model;
        this.words = new LogWords(model.times());
    }

    @FXML
    private void initialize() {
        LogCells.text(time, line -> model.times().precise(line.time()));
        LogCells.stream(stream, words);
        LogCells.text(text, LogLine::text);
        table.setRowFactory(made -> LogCells.row());
        table.setItems(model.lines());
        new LogWidth(table, text, time.getMinWidth() + stream.getMinWidth());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        new LogScrolling(table, model);
        bindStates();
        bindSearch();
        bindCopy();
    }

    private void bindStates() {
        title.textProperty().bind(Bindings.createStringBinding(
                () -> words.title(model.run().get(), model.clock().instant()), model.run(), model.clock().now()));
        Label nothing = new Label();
        nothing.setWrapText(true);
        nothing.textProperty().bind(Bindings.createStringBinding(this::nothing, model.run(), model.failure(), model.loading()));
        table.setPlaceholder(nothing);
        loading.visibleProperty().bind(model.loading().and(Bindings.isEmpty(model.lines())));
        newLines.visibleProperty().bind(model.following().not());
        newLines.textProperty().bind(Bindings.createStringBinding(() -> words.newLines(model.newLines().get()), model.newLines()));
    }

    private String nothing() {
        if (model.failure().get() != null) {
            return Failures.words(model.failure().get(), model.times().language());
        }
        return model.loading().get() ? "" : words.nothing(model.run().get());
    }

    private void bindSearch() {
        previous.setTooltip(new Tooltip(words.say("previousTip")));
        next.setTooltip(new Tooltip(words.say("nextTip")));
        previous.disableProperty().bind(find.textProperty().isEmpty());
        next.disableProperty().bind(find.textProperty().isEmpty());
        find.textProperty().subscribe(this::countMatches);
        find.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                search(!event.isShiftDown());
            }
        });
    }

    private void countMatches() {
        LogSearch search = new LogSearch(find.getText());
        matches.setText(search.isBlank() ? "" : words.matches(search.count(model.lines())));
    }

    private void search(boolean forward) {
        LogSearch search = new LogSearch(find.getText());
        if (search.isBlank() || model.lines().isEmpty()) {
            return;
        }
        model.freeze();
        int selected = table.getSelectionModel().getSelectedIndex();
        int from = selected >= 0 ? selected : forward ? -1 : model.lines().size();
        int found = search.from(model.lines(), from, forward);
        countMatches();
        if (found >= 0) {
            table.getSelectionModel().clearAndSelect(found);
            table.scrollTo(Math.max(0, found - 5));
        }
    }

    private void bindCopy() {
        copy.setTooltip(new Tooltip(words.say("copyTip", COPY.getDisplayText())));
        copy.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        MenuItem item = new MenuItem(words.say("copy"));
        item.setAccelerator(COPY);
        item.disableProperty().bind(copy.disableProperty());
        item.setOnAction(event -> copy());
        table.setContextMenu(new ContextMenu(item));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                event.consume();
                copy();
            }
        });
    }

    @FXML
    private void copy() {
        String lines = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(LogLine::text)
                .collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, lines));
        }
    }

    /** Gives the search field the keyboard. */
    public void focusSearch() {
        find.requestFocus();
        find.selectAll();
    }

    @FXML
    private void previous() {
        search(false);
    }

    @FXML
    private void next() {
        search(true);
    }

    @FXML
    private void follow() {
        model.follow();
    }
}
