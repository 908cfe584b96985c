package org.carillon.ui.tray;

/** What the icon shows. */
public enum TrayState {
    SCHEDULING,
    PAUSED,
    /** A run failed and nobody has looked at it, or nothing can be scheduled. */
    FAILED
}
