package org.carillon.settings;

import java.util.Objects;

/**
 * How the window looks besides light and dark.
 *
 * @param fontSize of usual text, in pixels before the screen's scale, {@value #LEAST_FONT} to {@value #MOST_FONT}
 */
public record Appearance(Accent accent, int fontSize, Density density) {
    public static final int LEAST_FONT = 10;
    public static final int MOST_FONT = 28;
    public static final Appearance USUAL = new Appearance(Accent.BLUE, 14, Density.REGULAR);

    public Appearance {
        Objects.requireNonNull(accent, "accent");
        Objects.requireNonNull(density, "density");
        if (fontSize < LEAST_FONT || fontSize > MOST_FONT) {
            throw new IllegalArgumentException("fontSize " + fontSize);
        }
    }
}
