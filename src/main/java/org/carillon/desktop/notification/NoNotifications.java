package org.carillon.desktop.notification;

/** Where there is no desktop. */
public final class NoNotifications implements DesktopNotifications {
    @Override
    public void show(String title, String body, boolean urgent, String actionText, Runnable action) throws NotificationException {
        throw new NotificationException("there is no session bus", null);
    }

    @Override
    public void close() {}
}
