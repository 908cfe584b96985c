package org.carillon.ui.log;

/** A colour of a terminal. */
sealed interface AnsiColor {
    /** One of the sixteen that the theme chooses. @param index 0 to 15 */
    record Named(int index) implements AnsiColor {}

    /** @param rgb 24 bits */
    record Exact(int rgb) implements AnsiColor {}

    /** Behind what was looked for. */
    record Found() implements AnsiColor {}

    /** One of xterm's 256: sixteen named ones, a cube of six steps each way, and 24 greys. @return null outside of 0 to 255 */
    static AnsiColor of256(int index) {
        if (index < 0 || index > 255) {
            return null;
        }
        if (index < 16) {
            return new Named(index);
        }
        if (index >= 232) {
            return of(8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232));
        }
        int cube = index - 16;
        return of(step(cube / 36), step(cube / 6 % 6), step(cube % 6));
    }

    private static int step(int level) {
        return level == 0 ? 0 : 55 + 40 * level;
    }

    static AnsiColor of(int red, int green, int blue) {
        return new Exact((red & 0xff) << 16 | (green & 0xff) << 8 | blue & 0xff);
    }
}
