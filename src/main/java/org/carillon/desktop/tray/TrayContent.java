package org.carillon.desktop.tray;

import java.util.List;
import java.util.Objects;

/**
 * What an icon shows and does.
 *
 * @param icons     the icon in several sizes, at least one
 * @param attention whether it wants to be looked at
 * @param title     the program and its state, in words
 * @param menu      what a click of the second button opens
 * @param activate  what a click does
 */
public record TrayContent(List<TrayIcon> icons, boolean attention, String title, List<TrayItem> menu, Runnable activate) {
    public TrayContent {
        icons = List.copyOf(icons);
        menu = List.copyOf(menu);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(activate, "activate");
        if (icons.isEmpty()) {
            throw new IllegalArgumentException("no icon");
        }
    }
}
