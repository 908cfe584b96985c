package org.carillon.ui.log;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.carillon.message.Message;

/** What the tables of lines do by a key while they have the keyboard: they, their menus and the list of shortcuts go by it. */
public enum LogKey {
    FIND("find", new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    NEXT("next", new KeyCodeCombination(KeyCode.F3)),
    PREVIOUS("previous", new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN)),
    JUMP("jump", new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN)),
    START("start", new KeyCodeCombination(KeyCode.HOME)),
    FOLLOW("follow", new KeyCodeCombination(KeyCode.END)),
    FOLD("fold", new KeyCodeCombination(KeyCode.SPACE)),
    COPY("copy", new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
    COPY_ROWS("copyRows", new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    LARGER("larger", new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN),
            new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN)),
    SMALLER("smaller", new KeyCodeCombination(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN)),
    USUAL("usual", new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN));

    private final Message title;
    private final List<KeyCodeCombination> keys;

    LogKey(String title, KeyCodeCombination... keys) {
        this.title = Message.of("ui.log.key." + title);
        this.keys = List.of(keys);
    }

    /** What it does. */
    public Message title() {
        return title;
    }

    /** How the keys are called on this system. */
    public String words() {
        return keys.stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(", "));
    }

    /** The keys, for a menu. */
    KeyCombination accelerator() {
        return keys.getFirst();
    }

    boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(each -> each.match(event));
    }

    /** Whether it is that key, whatever is held down with it. */
    boolean isCode(KeyCode code) {
        return keys.stream().anyMatch(each -> each.getCode() == code);
    }

    /** Does what was pressed, if it is one of them. */
    static void perform(KeyEvent event, Map<LogKey, Runnable> actions) {
        Arrays.stream(values()).filter(key -> actions.containsKey(key) && key.matches(event)).findFirst().ifPresent(key -> {
            event.consume();
            actions.get(key).run();
        });
    }
}
