package org.carillon.cli;

import org.carillon.control.WindowRequest;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;

/** The window, as far as the command line knows it. */
public interface WindowAccess {
    /** Whether there is a display to open it on. */
    boolean hasDisplay();

    /**
     * Brings the window of the instance that runs there to the front, and shows in it what is wanted.
     *
     * @return false if none runs, or it has no window
     */
    boolean raise(DataDirectory directory, WindowRequest request);

    /**
     * Opens it, shows in it what is wanted, and returns when the program is to end.
     *
     * @param hidden whether it begins in the tray, where there is one and nothing is to be shown
     * @return the exit code
     */
    int open(DataDirectory directory, WindowRequest request, boolean hidden, Language language);
}
