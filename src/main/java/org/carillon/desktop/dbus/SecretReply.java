package org.carillon.desktop.dbus;

import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.Position;

/** Two results of a method of the Secret Service. */
public final class SecretReply<A, B> extends Tuple {
    @Position(0)
    public final A first;
    @Position(1)
    public final B second;

    public SecretReply(A first, B second) {
        this.first = first;
        this.second = second;
    }
}
