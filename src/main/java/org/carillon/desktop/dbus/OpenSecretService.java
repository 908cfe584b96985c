package org.carillon.desktop.dbus;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/**
 * The objects of a Secret Service, over a connection that is open.
 *
 * @param session in which secrets go over the bus as they are; it ends with the connection
 */
record OpenSecretService(DBusConnection connection, SecretService root, DBusPath session) {
    static OpenSecretService on(DBusConnection connection) throws DBusException {
        SecretService root = connection.getRemoteObject(SecretService.NAME, SecretService.PATH, SecretService.class);
        return new OpenSecretService(connection, root, root.OpenSession("plain", new Variant<>("")).second);
    }

    SecretCollection collection(DBusPath path) throws DBusException {
        return connection.getRemoteObject(SecretService.NAME, path.getPath(), SecretCollection.class);
    }

    SecretItem item(DBusPath path) throws DBusException {
        return connection.getRemoteObject(SecretService.NAME, path.getPath(), SecretItem.class);
    }
}
