package org.carillon.ui.log;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

/** What can be done with the lines of all runs from the menus and by keys: jump, copy, save, wrap, another size. */
final class LiveLogsMenu {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final LiveLogsController view;
    private final LiveLogsViewModel model;
    private final LogDesk desk;
    private final LogWords words;
    private final LineCopy<LiveLine> copy;
    private final Map<LogKey, Runnable> keys;

    LiveLogsMenu(LiveLogsController view, LiveLogsViewModel model, LogDesk desk, LogWords words, LogLook look) {
        this.view = view;
        this.model = model;
        this.desk = desk;
        this.words = words;
        this.copy = new LineCopy<>(view.table, model::texts, words::row, lines -> { });
        this.keys = Map.ofEntries(Map.entry(LogKey.COPY, copy::text), Map.entry(LogKey.COPY_ROWS, copy::rows), Map.entry(LogKey.FIND, view::focusSearch),
                Map.entry(LogKey.FOLD, view::fold), Map.entry(LogKey.NEXT, view::next), Map.entry(LogKey.PREVIOUS, view::previous),
                Map.entry(LogKey.JUMP, view.jump::show), Map.entry(LogKey.LARGER, look::larger), Map.entry(LogKey.SMALLER, look::smaller), Map.entry(LogKey.USUAL, look::usual));
        view.jump.setTooltip(new Tooltip(words.say("jumpTip", LogKey.JUMP.words())));
        view.more.setTooltip(new Tooltip(words.say("live.more")));
        view.placeItem.setHideOnClick(false);
        view.jump.setOnShown(event -> view.place.requestFocus());
        view.wrap.selectedProperty().bindBidirectional(look.wrap());
        view.reveal.disableProperty().bind(Bindings.isEmpty(view.table.getSelectionModel().getSelectedItems()));
        view.table.setContextMenu(new ContextMenu(item("copyText", LogKey.COPY, copy::text), item("copyRows", LogKey.COPY_ROWS, copy::rows),
                new SeparatorMenuItem(), item("fold", LogKey.FOLD, view::fold), item("reveal", null, this::reveal)));
    }

    private MenuItem item(String key, LogKey keys, Runnable action) {
        MenuItem item = new MenuItem(words.say(key));
        if (keys != null) {
            item.setAccelerator(keys.accelerator());
        }
        item.setOnAction(event -> action.run());
        TableView<LiveLine> table = view.table;
        item.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        return item;
    }

    /** Does what that key stands for, if it stands for anything. */
    void key(KeyEvent event) {
        LogKey.perform(event, keys);
    }

    void copyText() {
        copy.text();
    }

    void copyRows() {
        copy.rows();
    }

    void saveAs() {
        desk.saveAs(model, words);
    }

    /** Shows the file of the selected line's run in the file manager. */
    void reveal() {
        LiveLine selected = view.table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.file(selected.run(), file -> desk.programs().reveal(file, words.say("notOpened")));
        }
    }

    void goToFirstError() {
        if (!model.goToFirstError()) {
            desk.notices().tell(words.say("live.noError"));
        }
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
