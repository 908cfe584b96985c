package org.carillon.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that work everywhere in the window. */
enum Shortcuts {
    NEW_JOB(KeyCode.N, KeyCombination.SHORTCUT_DOWN),
    IMPORT_CRONTAB(KeyCode.I, KeyCombination.SHORTCUT_DOWN),
    IMPORT_FILE(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
    RUN(KeyCode.F5),
    STOP(KeyCode.F5, KeyCombination.SHIFT_DOWN),
    DUPLICATE(KeyCode.D, KeyCombination.SHORTCUT_DOWN),
    PAUSE_ALL(KeyCode.P, KeyCombination.SHORTCUT_DOWN),
    FILTER(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    JOBS(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN),
    RUNS(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN),
    LOG(KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    QUIT(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    private final KeyCombination keys;

    Shortcuts(KeyCode code, KeyCombination.Modifier... modifiers) {
        keys = new KeyCodeCombination(code, modifiers);
    }

    KeyCombination keys() {
        return keys;
    }

    /** How the keys are called on this system. */
    String words() {
        return keys.getDisplayText();
    }
}
