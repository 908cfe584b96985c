package org.carillon.settings;

/** The one colour that stands out. */
public enum Accent {
    BLUE,
    GREEN,
    PURPLE,
    ORANGE,
    RED
}
