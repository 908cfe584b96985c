package org.carillon.desktop.notification;

/** Short messages that the desktop shows by itself. Thread-safe. */
public interface DesktopNotifications extends AutoCloseable {
    /**
     * Has a message shown; returns when the desktop has taken it.
     *
     * @param urgent     whether it is a failure
     * @param actionText on the button that does something, null for none
     * @param action     what the button, or a click on the message, does; called by a thread of the desktop's
     * @throws NotificationException if the desktop shows nothing
     */
    void show(String title, String body, boolean urgent, String actionText, Runnable action) throws NotificationException;

    @Override
    void close();
}
