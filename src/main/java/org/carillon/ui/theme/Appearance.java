package org.carillon.ui.theme;

/** Which of its looks the window has. */
public enum Appearance {
    /** What the operating system has, also when that changes. */
    SYSTEM,
    LIGHT,
    DARK
}
