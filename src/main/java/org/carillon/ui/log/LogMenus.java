package org.carillon.ui.log;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.carillon.log.EscapeFilter;
import org.carillon.log.LogLine;

/** What can be done from the menus of the log view and by its keys: jump, copy, another encoding, another size. */
final class LogMenus {
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "Big5", "Shift_JIS", "EUC-KR");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_ROWS =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination FOLD = new KeyCodeCombination(KeyCode.SPACE);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination JUMP = new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LARGER = new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LARGER_PLUS = new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SMALLER = new KeyCodeCombination(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination USUAL = new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);

    private final LogController view;
    private final LogViewModel model;
    private final LogDesk desk;
    private final LogWords words;
    private final Map<KeyCombination, Runnable> keys;

    LogMenus(LogController view, LogViewModel model, LogDesk desk, LogWords words, LogLook look) {
        this.view = view;
        this.model = model;
        this.desk = desk;
        this.words = words;
        this.keys = Map.ofEntries(
                Map.entry(COPY, this::copyText), Map.entry(COPY_ROWS, this::copyRows), Map.entry(FIND, view::focusSearch),
                Map.entry(FOLD, view::fold), Map.entry(NEXT, view::next), Map.entry(PREVIOUS, view::previous), Map.entry(JUMP, view.jump::show), Map.entry(LARGER, look::larger), Map.entry(LARGER_PLUS, look::larger),
                Map.entry(SMALLER, look::smaller), Map.entry(USUAL, look::usual));
        view.jump.setTooltip(new Tooltip(words.say("jumpTip", JUMP.getDisplayText())));
        view.more.setTooltip(new Tooltip(words.say("more")));
        view.placeItem.setHideOnClick(false);
        view.jump.setOnShown(event -> view.place.requestFocus());
        fillEncodings();
        fillContextMenu();
    }

    private void fillEncodings() {
        ToggleGroup group = new ToggleGroup();
        RadioMenuItem automatic = encoding(null, group);
        automatic.textProperty().bind(Bindings.createStringBinding(this::automatic, model.readAs(), model.encoding()));
        view.encodings.getItems().addAll(automatic, new SeparatorMenuItem());
        ENCODINGS.forEach(name -> view.encodings.getItems().add(encoding(Charset.forName(name), group)));
    }

    private String automatic() {
        Charset readAs = model.encoding().get() == null ? model.readAs().get() : null;
        return readAs == null ? words.say("automatic") : words.say("automaticAs", readAs.name());
    }

    private RadioMenuItem encoding(Charset charset, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(charset == null ? "" : charset.name());
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setOnAction(event -> model.encoding().set(charset));
        model.encoding().subscribe(chosen -> {
            if (Objects.equals(chosen, charset)) {
                item.setSelected(true);
            }
        });
        return item;
    }

    private void fillContextMenu() {
        MenuItem whole = item("copyWhole", null, this::copyWhole);
        view.table.setContextMenu(new ContextMenu(item("copyText", COPY, this::copyText), item("copyRows", COPY_ROWS, this::copyRows), whole,
                new SeparatorMenuItem(), item("fold", FOLD, view::fold)));
    }

    private MenuItem item(String key, KeyCombination accelerator, Runnable action) {
        MenuItem item = new MenuItem(words.say(key));
        item.setAccelerator(accelerator);
        item.disableProperty().bind(Bindings.isEmpty(view.table.getSelectionModel().getSelectedItems()));
        item.setOnAction(event -> action.run());
        return item;
    }

    void key(KeyEvent event) {
        keys.forEach((keys, action) -> {
            if (keys.match(event)) {
                event.consume();
                action.run();
            }
        });
    }

    void copyText() {
        copy(line -> EscapeFilter.plain(line.text()));
    }

    /** With time and stream, as columns of a spreadsheet. */
    void copyRows() {
        copy(line -> model.times().precise(line.time()) + "\t" + words.stream(line.stream()) + "\t" + EscapeFilter.plain(line.text()));
    }

    private void copy(Function<LogLine, String> text) {
        put(view.table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull).map(text).collect(Collectors.joining("\n")));
    }

    /** A line that is cut in the table, as it is in the file. */
    private void copyWhole() {
        LogLine line = view.table.getSelectionModel().getSelectedItem();
        if (line != null) {
            model.whole(line.offset(), LogMenus::put);
        }
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        }
    }

    void goToFirstError() {
        model.goToFirstError(() -> desk.notices().tell(words.say("noError")));
    }

    void goToPlace() {
        boolean understood = model.goTo(view.place.getText());
        view.place.pseudoClassStateChanged(WRONG, !understood);
        if (understood) {
            view.jump.hide();
            view.table.requestFocus();
        }
    }
}
