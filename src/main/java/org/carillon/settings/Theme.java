package org.carillon.settings;

/** How the window looks. */
public enum Theme {
    LIGHT,
    DARK,
    /** As the desktop does. */
    SYSTEM
}
