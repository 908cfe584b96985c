package org.carillon.desktop.dbus;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A tool tip on the bus: {@code (sa(iiay)ss)}. */
public final class ItemToolTip extends Struct {
    @Position(0)
    public final String icon;
    @Position(1)
    public final List<Pixmap> pixmaps;
    @Position(2)
    public final String title;
    @Position(3)
    public final String text;

    public ItemToolTip(String icon, List<Pixmap> pixmaps, String title, String text) {
        this.icon = icon;
        this.pixmaps = pixmaps;
        this.title = title;
        this.text = text;
    }
}
