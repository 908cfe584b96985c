package org.carillon.settings;

/** How the window looks. */
public enum Theme {
    LIGHT,
    DARK,
    /** As the desktop does. */
    SYSTEM,
    /** Black on white, with strong lines. */
    HIGH_CONTRAST
}
