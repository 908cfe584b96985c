package org.carillon.desktop;

import java.util.Map;
import org.carillon.desktop.awt.AwtNotifications;
import org.carillon.desktop.dbus.FreedesktopNotifications;
import org.carillon.desktop.dbus.SessionBus;
import org.carillon.desktop.notification.DesktopNotifications;
import org.carillon.desktop.notification.NoNotifications;

/** Finds the notifications of this desktop. */
public final class Notifications {
    private Notifications() {}

    /**
     * @param systemName  {@code os.name}
     * @param environment the process's environment
     */
    public static DesktopNotifications ofDesktop(String systemName, Map<String, String> environment) {
        if (systemName.startsWith("Windows") || systemName.startsWith("Mac")) {
            return new AwtNotifications();
        }
        return SessionBus.address(environment).<DesktopNotifications>map(FreedesktopNotifications::new).orElseGet(NoNotifications::new);
    }
}
