package org.carillon.ui.tray;

/** Where the tray's menu leads to. For the FX thread alone. */
public interface TrayDesk {
    /** Shows the window in front of all others. */
    void open();

    /** Shows the window with that job selected. */
    void open(String jobId);

    void newJob();

    void quit();

    /** Something that was chosen in the menu failed. @param title what could not be done */
    void failed(String title, Throwable failure);
}
