package org.carillon.desktop;

import java.util.Map;
import java.util.Optional;
import org.carillon.desktop.awt.AwtTray;
import org.carillon.desktop.dbus.SessionBus;
import org.carillon.desktop.dbus.StatusNotifierTray;
import org.carillon.desktop.tray.Tray;

/** Finds the tray of this desktop. */
public final class Trays {
    private Trays() {}

    /**
     * The tray of the desktop that this process runs in; one that never shows anything where there is none.
     *
     * @param systemName  {@code os.name}
     * @param environment the process's environment
     */
    public static Tray ofDesktop(String systemName, Map<String, String> environment) {
        if (systemName.startsWith("Windows") || systemName.startsWith("Mac")) {
            return AwtTray.isThere() ? new AwtTray() : Tray.NONE;
        }
        Optional<String> bus = SessionBus.address(environment);
        return bus.<Tray>map(StatusNotifierTray::open).orElse(Tray.NONE);
    }
}
