package org.carillon.ui.shell;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.carillon.message.Message;

/** Everything that the window can do by a key: the menus, the palette and the list of shortcuts are made from it. */
enum Shortcuts {
    PALETTE(Group.WINDOW, "key.palette", KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    SHOW_SHORTCUTS(Group.WINDOW, "key.shortcuts", KeyCode.F1),
    NEW_JOB(Group.JOBS, "menu.new", KeyCode.N, KeyCombination.SHORTCUT_DOWN),
    EDIT(Group.JOBS, "key.edit", KeyCode.ENTER),
    RUN(Group.JOBS, "key.run", KeyCode.F5),
    RUN_WITH(Group.JOBS, "key.runWith", KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    STOP(Group.JOBS, "key.stop", KeyCode.F5, KeyCombination.SHIFT_DOWN),
    PAUSE_OR_RESUME(Group.JOBS, "key.pauseOrResume", KeyCode.SPACE),
    DUPLICATE(Group.JOBS, "key.duplicate", KeyCode.D, KeyCombination.SHORTCUT_DOWN),
    TAGS(Group.JOBS, "key.tags", KeyCode.T, KeyCombination.SHORTCUT_DOWN),
    REMOVE(Group.JOBS, "key.remove", KeyCode.DELETE),
    UNDO(Group.JOBS, "key.undo", KeyCode.Z, KeyCombination.SHORTCUT_DOWN),
    LOG(Group.JOBS, "key.log", KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    FILTER(Group.JOBS, "key.filter", KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    IMPORT_CRONTAB(Group.JOBS, "menu.importCrontab", KeyCode.I, KeyCombination.SHORTCUT_DOWN),
    IMPORT_FILE(Group.JOBS, "menu.importFile", KeyCode.O, KeyCombination.SHORTCUT_DOWN),
    IMPORT_ENVIRONMENT(Group.JOBS, "menu.importEnvironment", KeyCode.I, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    PAUSE_ALL(Group.SCHEDULING, "key.pauseAll", KeyCode.P, KeyCombination.SHORTCUT_DOWN),
    PAUSE_QUARTER(Group.SCHEDULING, "key.pauseQuarter", KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    PAUSE_HOUR(Group.SCHEDULING, "key.pauseHour", KeyCode.H, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    PAUSE_TOMORROW(Group.SCHEDULING, "key.pauseTomorrow", KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    JOBS(Group.WINDOW, "key.jobs", KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN),
    TIMELINE(Group.WINDOW, "key.timeline", KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN),
    RUNS(Group.WINDOW, "key.runs", KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN),
    LOGS(Group.WINDOW, "key.logs", KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN),
    SETTINGS(Group.WINDOW, "settings", KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
    LOOK_SYSTEM(Group.LOOK, "key.lookSystem", KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    LOOK_LIGHT(Group.LOOK, "key.lookLight", KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    LOOK_DARK(Group.LOOK, "key.lookDark", KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    LOOK_CONTRAST(Group.LOOK, "look.contrast", KeyCode.K, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    LANGUAGE_EN(Group.LOOK, "key.english", KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    LANGUAGE_ZH(Group.LOOK, "key.chinese", KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    SHOW_ABOUT(Group.WINDOW, "about", KeyCode.F1, KeyCombination.SHIFT_DOWN),
    QUIT(Group.WINDOW, "key.quit", KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    /** Where a key stands in the list. */
    enum Group {
        JOBS,
        WINDOW,
        SCHEDULING,
        LOOK,
        /** The keys of the log view, which are its own: {@link org.carillon.ui.log.LogKey}. */
        LOG;

        Message title() {
            return Message.of("ui.shell.keys." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final Group group;
    private final Message title;
    private final KeyCombination keys;

    Shortcuts(Group group, String title, KeyCode code, KeyCombination.Modifier... modifiers) {
        this.group = group;
        this.title = Message.of("ui.shell." + title);
        keys = new KeyCodeCombination(code, modifiers);
    }

    Group group() {
        return group;
    }

    /** What it does. */
    Message title() {
        return title;
    }

    KeyCombination keys() {
        return keys;
    }

    /** How the keys are called on this system. */
    String words() {
        return keys.getDisplayText();
    }

    /** The id of the menu item that does the same, where there is one. */
    String item() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it works on every page; if not, the table of jobs must have the keyboard, and listens to the key itself. */
    boolean isEverywhere() {
        return this != EDIT && this != PAUSE_OR_RESUME && this != REMOVE;
    }
}
