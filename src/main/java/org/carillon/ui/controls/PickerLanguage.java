package org.carillon.ui.controls;

import java.util.Locale;
import org.carillon.message.Language;

/**
 * The language of JavaFX' date pickers. They take the names of months and weekdays, and the first day of the week, from the default locale
 * for formats and from nowhere else, so that is what has to follow the chosen language. The machine's country stays, which decides where
 * a week begins.
 */
public final class PickerLanguage {
    private PickerLanguage() {}

    /** From now on date pickers speak that language, also those that are there already, when they are opened or turned next. */
    public static void follow(Language language) {
        String country = Locale.getDefault(Locale.Category.DISPLAY).getCountry();
        Locale locale = new Locale.Builder().setLanguage(language.locale().getLanguage()).setRegion(country).build();
        Locale.setDefault(Locale.Category.FORMAT, locale);
    }
}
