package org.carillon.desktop.tray;

import java.util.List;

/** A line of an icon's menu. */
public sealed interface TrayItem {
    /** Does something. */
    record Choice(String text, Runnable action) implements TrayItem {}

    /** Only tells something. */
    record Line(String text) implements TrayItem {}

    /** Opens another menu. */
    record Submenu(String text, List<TrayItem> items) implements TrayItem {
        public Submenu {
            items = List.copyOf(items);
        }
    }

    /** A line between others. */
    record Separator() implements TrayItem {}
}
