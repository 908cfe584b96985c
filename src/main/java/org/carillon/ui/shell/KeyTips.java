package org.carillon.ui.shell;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** The tips of what stands around the pages, which name the keys that do the same. */
record KeyTips(Language language) {
    /** @param key of what the tip says, with a gap for the shortcut */
    KeyTips add(Control control, String key, Shortcuts shortcut) {
        return add(control, Message.of("ui.shell." + key, shortcut.words()));
    }

    /** @param key of what the menu is called */
    KeyTips addMenu(MenuButton menu, String key, Shortcuts... shortcuts) {
        String keys = Arrays.stream(shortcuts).map(Shortcuts::words).collect(Collectors.joining(", "));
        return add(menu, Message.of("ui.shell.menuTip", Message.of("ui.shell." + key), keys));
    }

    private KeyTips add(Control control, Message words) {
        control.setTooltip(new Tooltip(words.in(language)));
        return this;
    }
}
