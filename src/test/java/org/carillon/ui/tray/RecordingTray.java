package org.carillon.ui.tray;

import java.util.List;
import org.carillon.desktop.tray.Tray;
import org.carillon.desktop.tray.TrayContent;
import org.carillon.desktop.tray.TrayItem;

/** A tray that a test can look at and click on. */
public final class RecordingTray implements Tray {
    /** Whether there is one on the desktop. */
    public volatile boolean there = true;
    public volatile TrayContent content;

    @Override
    public void show(TrayContent now) {
        content = now;
    }

    @Override
    public boolean isShown() {
        return there && content != null;
    }

    @Override
    public void close() {
        content = null;
    }

    /** Everything that can be read in the menu, one text a line, with a bar for a line between; submenus indented. */
    public List<String> lines() {
        return content.menu().stream().flatMap(item -> switch (item) {
            case TrayItem.Choice choice -> List.of(choice.text()).stream();
            case TrayItem.Line line -> List.of("(" + line.text() + ")").stream();
            case TrayItem.Separator _ -> List.of("-").stream();
            case TrayItem.Submenu submenu -> List.of(submenu.text() + " >").stream();
        }).toList();
    }

    public void choose(String text) {
        choose(content.menu(), text);
    }

    private static boolean choose(List<TrayItem> items, String text) {
        for (TrayItem item : items) {
            if (item instanceof TrayItem.Choice choice && choice.text().equals(text)) {
                choice.action().run();
                return true;
            }
            if (item instanceof TrayItem.Submenu submenu && choose(submenu.items(), text)) {
                return true;
            }
        }
        return false;
    }
}
