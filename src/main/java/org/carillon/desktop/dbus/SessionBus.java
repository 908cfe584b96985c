package org.carillon.desktop.dbus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** The bus on which the programs of a person's session speak to each other (D-Bus specification, "Well-known Message Bus Instances"). */
public final class SessionBus {
    private SessionBus() {}

    /** Its address: what the environment says, else the socket in the person's runtime directory; empty where there is none. */
    public static Optional<String> address(Map<String, String> environment) {
        String told = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        if (!told.isBlank()) {
            return Optional.of(told);
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (runtime.isBlank()) {
            return Optional.empty();
        }
        Path socket = Path.of(runtime, "bus");
        return Files.exists(socket) ? Optional.of("unix:path=" + socket) : Optional.empty();
    }

    /** Connects. The caller closes it. */
    static DBusConnection connect(String address) throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }
}
