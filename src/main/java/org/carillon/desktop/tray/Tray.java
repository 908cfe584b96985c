package org.carillon.desktop.tray;

/** A program's icon among those of the desktop. Thread-safe; nothing of it waits for the desktop. */
public interface Tray extends AutoCloseable {
    /** Where the desktop has none. */
    Tray NONE = new Tray() {
        @Override
        public void show(TrayContent content) {}

        @Override
        public boolean isShown() {
            return false;
        }

        @Override
        public void close() {}
    };

    /** Shows the icon, or makes it another one. What it holds is called by threads of the desktop's. */
    void show(TrayContent content);

    /** Whether the icon can be seen and used now. It can come and go as the desktop's panel does. */
    boolean isShown();

    /** Takes the icon away. */
    @Override
    void close();
}
