package org.carillon.settings;

import java.util.Objects;
import org.carillon.message.Language;

/**
 * What a person has chosen, for one data directory. Immutable.
 *
 * @param language      the language of window and command line; null for the machine's
 * @param theme         how the window looks
 * @param atOnce        how many runs the default executor lets go on at once, 1 to {@value #MOST_AT_ONCE}
 * @param closingWindow what closing the window does where the desktop has no tray
 */
public record Settings(Language language, Theme theme, int atOnce, ClosingWindow closingWindow) {
    public static final int MOST_AT_ONCE = 10_000;
    public static final Settings DEFAULT = new Settings(null, Theme.SYSTEM, 20, ClosingWindow.ASK);

    public Settings {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(closingWindow, "closingWindow");
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("atOnce " + atOnce);
        }
    }

    public Settings withLanguage(Language value) {
        return new Settings(value, theme, atOnce, closingWindow);
    }

    public Settings withTheme(Theme value) {
        return new Settings(language, value, atOnce, closingWindow);
    }

    public Settings withAtOnce(int value) {
        return new Settings(language, theme, value, closingWindow);
    }

    public Settings withClosingWindow(ClosingWindow value) {
        return new Settings(language, theme, atOnce, value);
    }
}
