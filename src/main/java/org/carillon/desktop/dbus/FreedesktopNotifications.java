package org.carillon.desktop.dbus;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.desktop.notification.DesktopNotifications;
import org.carillon.desktop.notification.NotificationException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The notifications of Linux desktops. Connects when the first one is shown, and again after the bus was lost. */
public final class FreedesktopNotifications implements DesktopNotifications {
    private static final String DEFAULT_ACTION = "default";
    private static final byte NORMAL = 1;
    private static final byte CRITICAL = 2;

    private final String address;
    private final Map<UInt32, Runnable> actions = new ConcurrentHashMap<>();
    private DBusConnection connection;

    /** @param address of the session's bus */
    public FreedesktopNotifications(String address) {
        this.address = address;
    }

    @Override
    public void show(String title, String body, boolean urgent, String actionText, Runnable action) throws NotificationException {
        try {
            NotificationServer server =
                    connected().getRemoteObject(NotificationServer.NAME, NotificationServer.PATH, NotificationServer.class);
            boolean markup = server.GetCapabilities().contains("body-markup");
            List<String> offered = actionText == null ? List.of() : List.of(DEFAULT_ACTION, actionText, "log", actionText);
            Map<String, Variant<?>> hints = Map.of("urgency", new Variant<>(urgent ? CRITICAL : NORMAL),
                    "desktop-entry", new Variant<>("org.carillon.Carillon"));
            UInt32 id = server.Notify("Carillon", new UInt32(0), "org.carillon.Carillon", title, markup ? escaped(body) : body, offered, hints, -1);
            if (actionText != null) {
                actions.put(id, action);
            }
        } catch (DBusException | DBusExecutionException e) {
            throw new NotificationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Output of jobs is text, whatever it looks like. */
    private static String escaped(String body) {
        return body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private synchronized DBusConnection connected() throws DBusException {
        if (connection == null || !connection.isConnected()) {
            connection = SessionBus.connect(address);
            connection.addSigHandler(NotificationServer.ActionInvoked.class, invoked -> {
                Runnable action = actions.get(invoked.id);
                if (action != null) {
                    action.run();
                }
            });
            connection.addSigHandler(NotificationServer.NotificationClosed.class, closed -> actions.remove(closed.id));
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.disconnect();
        }
    }
}
