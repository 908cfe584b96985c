package org.carillon.desktop.dbus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.desktop.tray.TrayItem;
import org.freedesktop.dbus.types.Variant;

/**
 * One state of a menu, with its lines numbered. Another state takes other numbers, so that a click on a menu that is just being
 * replaced does what was to be read there.
 */
final class MenuLines {
    /** A line; the root has no item. */
    private record Line(int id, TrayItem item, List<Line> below) {}

    private final Map<Integer, Line> lines = new LinkedHashMap<>();
    private final Line root;
    private int next;

    /** @param firstId the number of its first line, above 0, which the root has */
    MenuLines(int firstId, List<TrayItem> items) {
        next = firstId;
        root = new Line(0, null, number(items));
        lines.put(0, root);
    }

    private List<Line> number(List<TrayItem> items) {
        List<Line> numbered = new ArrayList<>();
        for (TrayItem item : items) {
            int id = next++;
            Line line = new Line(id, item, item instanceof TrayItem.Submenu submenu ? number(submenu.items()) : List.of());
            lines.put(id, line);
            numbered.add(line);
        }
        return numbered;
    }

    /** The first number that it does not use. */
    int nextId() {
        return next;
    }

    boolean has(int id) {
        return lines.containsKey(id);
    }

    /** What a click on that line does; empty if it does nothing. */
    Optional<Runnable> action(int id) {
        Line line = lines.get(id);
        return line != null && line.item() instanceof TrayItem.Choice choice ? Optional.of(choice.action()) : Optional.empty();
    }

    /** That line and those below it; the whole menu if it is not there any more. @param depth how many levels below, -1 for all */
    MenuLayout layout(int id, int depth) {
        return layout(lines.getOrDefault(id, root), depth);
    }

    private static MenuLayout layout(Line line, int depth) {
        List<Variant<?>> children = new ArrayList<>();
        if (depth != 0) {
            line.below().forEach(child -> children.add(new Variant<>(layout(child, depth - 1), MenuLayout.SIGNATURE)));
        }
        return new MenuLayout(line.id(), properties(line), children);
    }

    Map<String, Variant<?>> properties(int id) {
        return properties(lines.getOrDefault(id, root));
    }

    List<Integer> ids() {
        return List.copyOf(lines.keySet());
    }

    private static Map<String, Variant<?>> properties(Line line) {
        Map<String, Variant<?>> properties = new LinkedHashMap<>();
        switch (line.item()) {
            case null -> properties.put("children-display", new Variant<>("submenu"));
            case TrayItem.Separator _ -> properties.put("type", new Variant<>("separator"));
            case TrayItem.Line told -> {
                properties.put("label", label(told.text()));
                properties.put("enabled", new Variant<>(false));
            }
            case TrayItem.Choice choice -> properties.put("label", label(choice.text()));
            case TrayItem.Submenu submenu -> {
                properties.put("label", label(submenu.text()));
                properties.put("children-display", new Variant<>("submenu"));
            }
        }
        return properties;
    }

    /** A single underscore would mark the letter after it as the line's key. */
    private static Variant<String> label(String text) {
        return new Variant<>(text.replace("_", "__"));
    }
}
