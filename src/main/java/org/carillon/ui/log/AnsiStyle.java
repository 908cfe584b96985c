package org.carillon.ui.log;

/**
 * How a part of a line looks (ECMA-48, "select graphic rendition", and xterm's colours).
 *
 * @param foreground null for the usual one
 * @param background null for the usual one
 * @param link       where a click on it leads, null for nowhere
 */
record AnsiStyle(AnsiColor foreground, AnsiColor background, boolean bold, boolean faint, boolean italic, boolean underline,
                 boolean strike, boolean inverse, String link) {
    static final AnsiStyle PLAIN = new AnsiStyle(null, null, false, false, false, false, false, false, null);

    AnsiStyle withForeground(AnsiColor value) {
        return new AnsiStyle(value, background, bold, faint, italic, underline, strike, inverse, link);
    }

    AnsiStyle withBackground(AnsiColor value) {
        return new AnsiStyle(foreground, value, bold, faint, italic, underline, strike, inverse, link);
    }

    AnsiStyle withWeight(boolean isBold, boolean isFaint) {
        return new AnsiStyle(foreground, background, isBold, isFaint, italic, underline, strike, inverse, link);
    }

    AnsiStyle withItalic(boolean value) {
        return new AnsiStyle(foreground, background, bold, faint, value, underline, strike, inverse, link);
    }

    AnsiStyle withUnderline(boolean value) {
        return new AnsiStyle(foreground, background, bold, faint, italic, value, strike, inverse, link);
    }

    AnsiStyle withStrike(boolean value) {
        return new AnsiStyle(foreground, background, bold, faint, italic, underline, value, inverse, link);
    }

    AnsiStyle withInverse(boolean value) {
        return new AnsiStyle(foreground, background, bold, faint, italic, underline, strike, value, link);
    }

    AnsiStyle withLink(String value) {
        return new AnsiStyle(foreground, background, bold, faint, italic, underline, strike, inverse, value);
    }
}
