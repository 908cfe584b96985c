package org.carillon.desktop.dbus;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** What a keyring holds, as the Secret Service API has it. */
@DBusInterfaceName(SecretItem.INTERFACE)
public interface SecretItem extends DBusInterface {
    String INTERFACE = "org.freedesktop.Secret.Item";

    Secret GetSecret(DBusPath session);

    /** @return the prompt that it needs, {@value SecretService#NOTHING} for none */
    DBusPath Delete();
}
