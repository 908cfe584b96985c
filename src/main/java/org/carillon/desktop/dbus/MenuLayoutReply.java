package org.carillon.desktop.dbus;

import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.Position;

/** A method's two results. */
public final class MenuLayoutReply<A, B> extends Tuple {
    @Position(0)
    public final A first;
    @Position(1)
    public final B second;

    public MenuLayoutReply(A first, B second) {
        this.first = first;
        this.second = second;
    }
}
