package org.carillon.desktop.awt;

import java.awt.SystemTray;
import java.awt.TrayIcon;
import org.carillon.desktop.notification.DesktopNotifications;
import org.carillon.desktop.notification.NotificationException;

/** The notifications of Windows and macOS, which belong to the program's icon in the tray. A click on one opens what the icon opens. */
public final class AwtNotifications implements DesktopNotifications {
    @Override
    public void show(String title, String body, boolean urgent, String actionText, Runnable action) throws NotificationException {
        TrayIcon[] icons = AwtTray.isThere() ? SystemTray.getSystemTray().getTrayIcons() : new TrayIcon[0];
        if (icons.length == 0) {
            throw new NotificationException("no icon in the tray", null);
        }
        icons[0].displayMessage(title, body, urgent ? TrayIcon.MessageType.ERROR : TrayIcon.MessageType.INFO);
    }

    @Override
    public void close() {}
}
