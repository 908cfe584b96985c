package org.carillon.desktop.dbus;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** Who keeps secrets, as the Secret Service API has it. */
@DBusInterfaceName(SecretService.INTERFACE)
public interface SecretService extends DBusInterface {
    String NAME = "org.freedesktop.secrets";
    String PATH = "/org/freedesktop/secrets";
    String INTERFACE = "org.freedesktop.Secret.Service";
    /** A path that means none. */
    String NOTHING = "/";

    /** @param algorithm how secrets are encrypted on the bus, {@code plain} for not at all @return what the algorithm needs, and the session */
    SecretReply<Variant<?>, DBusPath> OpenSession(String algorithm, Variant<?> input);

    /** The items that have all these attributes: those that can be read, and the locked ones. */
    SecretReply<List<DBusPath>, List<DBusPath>> SearchItems(Map<String, String> attributes);

    /** @return what is unlocked now, and the prompt that the rest needs, {@value #NOTHING} for none */
    SecretReply<List<DBusPath>, DBusPath> Unlock(List<DBusPath> objects);

    /** @param name {@code default} @return the collection, {@value #NOTHING} for none */
    DBusPath ReadAlias(String name);
}
