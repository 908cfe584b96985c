package org.carillon.message;

import java.util.Locale;

/** The languages that Carillon speaks. Every message exists in each of them. */
public enum Language {
    ENGLISH(Locale.ENGLISH, ""),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "_zh");

    private final Locale locale;
    private final String fileSuffix;

    Language(Locale locale, String fileSuffix) {
        this.locale = locale;
        this.fileSuffix = fileSuffix;
    }

    /** The locale for dates and numbers in this language. */
    public Locale locale() {
        return locale;
    }

    String fileSuffix() {
        return fileSuffix;
    }

    /** The language for a person whose locale this is: Chinese for every {@code zh}, else English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** The language of this machine's default locale. */
    public static Language ofMachine() {
        return of(Locale.getDefault(Locale.Category.DISPLAY));
    }
}
