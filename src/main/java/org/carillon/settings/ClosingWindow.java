package org.carillon.settings;

/** What closing the window does where the desktop has no tray. */
public enum ClosingWindow {
    /** Asks, once. */
    ASK,
    /** The scheduler goes on, with the window minimised. */
    MINIMISE,
    /** The program ends. */
    QUIT
}
