package org.carillon.ui.log;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.carillon.log.LogLine;

/** What can be done from the menus of the log view and by its keys: jump, copy, another encoding, another size. */
final class LogMenus {
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "Big5", "Shift_JIS", "EUC-KR");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final LogController view;
    private final LogViewModel model;
    private final LineCopy<LogLine> copy;
    private final LogDesk desk;
    private final LogWords words;
    private final Map<LogKey, Runnable> keys;

    LogMenus(LogController view, LogViewModel model, LineCopy<LogLine> copy, LogDesk desk, LogWords words, LogLook look) {
        this.view = view;
        this.copy = copy;
        this.model = model;
        this.desk = desk;
        this.words = words;
        this.keys = Map.ofEntries(
                Map.entry(LogKey.COPY, copy::text), Map.entry(LogKey.COPY_ROWS, copy::rows), Map.entry(LogKey.FIND, view::focusSearch),
                Map.entry(LogKey.FOLD, view::fold), Map.entry(LogKey.NEXT, view::next), Map.entry(LogKey.PREVIOUS, view::previous), Map.entry(LogKey.JUMP, view.jump::show), Map.entry(LogKey.LARGER, look::larger), Map.entry(LogKey.SMALLER, look::smaller), Map.entry(LogKey.USUAL, look::usual));
        view.jump.setTooltip(new Tooltip(words.say("jumpTip", LogKey.JUMP.words())));
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
        view.table.setContextMenu(new ContextMenu(item("copyText", LogKey.COPY, copy::text), item("copyRows", LogKey.COPY_ROWS, copy::rows),
                new SeparatorMenuItem(), item("fold", LogKey.FOLD, view::fold)));
    }

    private MenuItem item(String key, LogKey keys, Runnable action) {
        MenuItem item = new MenuItem(words.say(key));
        item.setAccelerator(keys.accelerator());
        item.disableProperty().bind(Bindings.isEmpty(view.table.getSelectionModel().getSelectedItems()));
        item.setOnAction(event -> action.run());
        return item;
    }

    void key(KeyEvent event) {
        LogKey.perform(event, keys);
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
