package org.carillon.ui.shell;

import org.carillon.ui.dialogs.Toasts;
import org.carillon.ui.tray.TrayDesk;

/** Where the tray's menu leads to in the main window. */
record WindowTray(MainWindow window, Toasts toasts) implements TrayDesk {
    @Override
    public void open() {
        window.raise();
    }

    @Override
    public void open(String jobId) {
        window.raise();
        window.select(jobId);
    }

    @Override
    public void newJob() {
        window.raise();
        window.newJob();
    }

    @Override
    public void quit() {
        window.quit();
    }

    @Override
    public void failed(String title, Throwable failure) {
        window.raise();
        toasts.failed(title, failure);
    }
}
