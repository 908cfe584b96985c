package org.carillon.ui.jobs;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Makes the items of the jobs' context menu. */
record JobMenu(Language language) {
    /** @param key shown beside the text, null for none; the table itself listens to it */
    MenuItem item(String verb, KeyCode key, BooleanExpression possible, Runnable action) {
        MenuItem item = new MenuItem(Message.of("ui.jobs.menu." + verb).in(language));
        item.setId("job-" + verb);
        if (key != null) {
            item.setAccelerator(new KeyCodeCombination(key));
        }
        item.disableProperty().bind(possible.not());
        item.setOnAction(event -> action.run());
        return item;
    }

    Menu submenu(String verb, BooleanExpression possible, List<MenuItem> items) {
        Menu menu = new Menu(Message.of("ui.jobs.menu." + verb).in(language));
        menu.setId("job-" + verb);
        menu.disableProperty().bind(possible.not());
        menu.getItems().setAll(items);
        return menu;
    }

    SeparatorMenuItem separator() {
        return new SeparatorMenuItem();
    }
}
