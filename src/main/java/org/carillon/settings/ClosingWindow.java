package org.carillon.settings;

/** What closing the window does. */
public enum ClosingWindow {
    /** It goes to the tray; where the desktop has none, Carillon asks, once. */
    ASK,
    /** The scheduler goes on: the window goes to the tray, or is minimised where there is none. */
    MINIMISE,
    /** The program ends. */
    QUIT
}
