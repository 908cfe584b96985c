package org.carillon.ui.dialogs;

/** What the window tells without asking for anything: short notes at its lower edge. For the FX thread alone. */
public interface Notices {
    /** Something was done. It goes by itself. */
    void tell(String text);

    /** Something was done that can be undone for a while. */
    void undoable(String text, Runnable undo);

    /** Something failed. It stays until it is closed. @param title what could not be done */
    void failed(String title, Throwable failure);
}
