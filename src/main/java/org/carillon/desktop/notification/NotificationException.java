package org.carillon.desktop.notification;

/** The desktop does not show a message, or play a sound; the message says why, in the desktop's own words. */
public final class NotificationException extends Exception {
    private static final long serialVersionUID = 1;

    public NotificationException(String message, Throwable cause) {
        super(message, cause);
    }
}
