package org.carillon.desktop.dbus;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** A keyring, as the Secret Service API has it. */
@DBusInterfaceName(SecretCollection.INTERFACE)
public interface SecretCollection extends DBusInterface {
    String INTERFACE = "org.freedesktop.Secret.Collection";

    /**
     * @param replace whether it takes the place of one with the same attributes
     * @return the item, or else the prompt that it needs; {@value SecretService#NOTHING} in the place of the other
     */
    SecretReply<DBusPath, DBusPath> CreateItem(Map<String, Variant<?>> properties, Secret secret, boolean replace);
}
