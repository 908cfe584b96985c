package org.carillon.screens;

import java.util.Locale;
import org.carillon.message.Language;
import org.carillon.settings.Theme;

/** How a screen is drawn. @param percent the size of its text, of the usual one */
record Look(Language language, Theme theme, int percent) {
    private static final int USUAL_FONT = 14;

    int fontSize() {
        return USUAL_FONT * percent / 100;
    }

    /** What pictures of it are called. */
    String file(Screen screen) {
        return screen.file() + "-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-') + (percent == 100 ? "" : "-" + percent)
                + (language == Language.CHINESE ? "-zh" : "") + ".png";
    }
}
