package org.carillon.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.carillon.message.Language;
import org.carillon.ui.log.LogKey;
import org.carillon.ui.palette.PaletteEntry;
import org.carillon.ui.palette.ShortcutList;

/** What each of the window's shortcuts does, and whether it can be done now. */
final class WindowActions {
    private record Action(Runnable run, BooleanSupplier possible) {}

    private final Map<Shortcuts, Action> actions = new EnumMap<>(Shortcuts.class);

    WindowActions add(Shortcuts shortcut, Runnable run) {
        return add(shortcut, run, () -> true);
    }

    WindowActions add(Shortcuts shortcut, Runnable run, BooleanSupplier possible) {
        actions.put(shortcut, new Action(run, possible));
        return this;
    }

    /** The keys that work on every page. @param first told before each of them which it is */
    Map<KeyCombination, Runnable> keys(Consumer<Shortcuts> first) {
        return actions.entrySet().stream().filter(entry -> entry.getKey().isEverywhere())
                .collect(Collectors.toMap(entry -> entry.getKey().keys(), entry -> () -> {
                    first.accept(entry.getKey());
                    entry.getValue().run().run();
                }));
    }

    /** What can be done now; not the palette itself, which is open. */
    List<PaletteEntry> entries(Language language) {
        List<PaletteEntry> entries = new ArrayList<>();
        actions.forEach((shortcut, action) -> {
            if (shortcut != Shortcuts.PALETTE && action.possible().getAsBoolean()) {
                entries.add(PaletteEntry.of("action." + shortcut.item(), shortcut.title(), shortcut.words(), language, action.run()));
            }
        });
        return entries;
    }

    /** Gives the items of a menu their keys and what they do, by their ids. */
    void install(List<MenuItem> items) {
        for (MenuItem item : items) {
            actions.forEach((shortcut, action) -> {
                if (shortcut.item().equals(item.getId())) {
                    item.setAccelerator(shortcut.keys());
                    item.setOnAction(event -> action.run().run());
                }
            });
        }
    }

    /** All keys, for the list of them. */
    static List<ShortcutList.Group> groups(Language language) {
        return Arrays.stream(Shortcuts.Group.values())
                .map(group -> new ShortcutList.Group(group.title().in(language), lines(group, language).toList())).toList();
    }

    private static Stream<ShortcutList.Line> lines(Shortcuts.Group group, Language language) {
        return group == Shortcuts.Group.LOG
                ? Arrays.stream(LogKey.values()).map(key -> new ShortcutList.Line(key.title().in(language), key.words()))
                : Arrays.stream(Shortcuts.values()).filter(shortcut -> shortcut.group() == group)
                        .map(shortcut -> new ShortcutList.Line(shortcut.title().in(language), shortcut.words()));
    }
}
