package org.carillon.ui.settings;

import java.util.function.UnaryOperator;
import org.carillon.settings.Settings;

/** The settings as the window knows them. For the FX thread alone. */
public interface SettingsStore {
    Settings now();

    /** Takes effect at once, and is kept. */
    void change(UnaryOperator<Settings> change);
}
