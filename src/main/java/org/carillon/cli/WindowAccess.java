package org.carillon.cli;

import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;

/** The window, as far as the command line knows it. */
public interface WindowAccess {
    /** Whether there is a display to open it on. */
    boolean hasDisplay();

    /** Opens it and returns when the program is to end. @return the exit code */
    int open(DataDirectory directory, Language language);
}
