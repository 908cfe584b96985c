package org.carillon.settings;

/** How much room there is between lines. */
public enum Density {
    COMPACT,
    REGULAR,
    ROOMY
}
