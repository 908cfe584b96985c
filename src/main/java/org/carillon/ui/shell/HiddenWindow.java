package org.carillon.ui.shell;

import java.util.function.BooleanSupplier;

/**
 * Sees to it that a hidden window can always be had again: where the tray that it was hidden to has been gone for a while, the window
 * comes back. Told the time by ticks of a second. For the FX thread alone.
 */
final class HiddenWindow {
    /** A panel that is started anew is back within that time. */
    private static final int PATIENCE = 5;
    /** On login the panel may come later than the program. */
    private static final int PATIENCE_AT_START = 30;

    private final BooleanSupplier tray;
    private final Runnable comeBack;
    private int left;
    private boolean hidden;

    /** @param tray whether there is one now @param comeBack shows the window, minimised */
    HiddenWindow(BooleanSupplier tray, Runnable comeBack) {
        this.tray = tray;
        this.comeBack = comeBack;
    }

    /** The program was started without showing its window. */
    void startHidden() {
        hidden = true;
        left = PATIENCE_AT_START;
    }

    /** @return whether it may be hidden */
    boolean hide() {
        if (!tray.getAsBoolean()) {
            return false;
        }
        hidden = true;
        left = PATIENCE;
        return true;
    }

    void shown() {
        hidden = false;
    }

    void second() {
        if (!hidden) {
            return;
        }
        if (tray.getAsBoolean()) {
            left = PATIENCE;
        } else if (--left < 0) {
            hidden = false;
            comeBack.run();
        }
    }
}
