package org.carillon.log;

/**
 * Leaves escape sequences (ECMA-48: colours, cursor movements, titles, links) out of text that comes in parts. Works on the bytes of
 * every encoding in which ASCII is ASCII. Not thread-safe.
 */
public final class EscapeFilter {
    private enum Place { TEXT, ESCAPE, SEQUENCE, STRING, STRING_ESCAPE }

    private static final Place[] PLACES = Place.values();
    private static final byte ESCAPE = 0x1b;
    private static final byte BELL = 0x07;

    private Place place = Place.TEXT;

    /** Moves what is text to the beginning. @return how many bytes that is */
    public int filter(byte[] bytes, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            byte value = bytes[i];
            if (place == Place.TEXT && value != ESCAPE) {
                bytes[kept++] = value;
            } else {
                place = after(value);
            }
        }
        return kept;
    }

    /** The same with letters. @return how many of them are text */
    int filter(char[] letters, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char letter = letters[i];
            if (place == Place.TEXT && letter != ESCAPE) {
                letters[kept++] = letter;
            } else {
                place = after(letter < 0x80 ? (byte) letter : (byte) 0);
            }
        }
        return kept;
    }

    /** Where in a sequence it is, for {@link #goOn}. */
    byte state() {
        return (byte) place.ordinal();
    }

    /** Goes on as one that was in that state. */
    void goOn(byte state) {
        place = PLACES[state];
    }

    private Place after(byte value) {
        return switch (place) {
            case TEXT -> Place.ESCAPE;
            case ESCAPE -> switch (value) {
                case '[' -> Place.SEQUENCE;
                case ']', 'P', 'X', '^', '_' -> Place.STRING;
                case ESCAPE -> Place.ESCAPE;
                default -> value >= 0x20 && value <= 0x2f ? Place.ESCAPE : Place.TEXT;
            };
            case SEQUENCE -> value >= 0x40 && value <= 0x7e ? Place.TEXT : Place.SEQUENCE;
            case STRING -> value == BELL ? Place.TEXT : value == ESCAPE ? Place.STRING_ESCAPE : Place.STRING;
            case STRING_ESCAPE -> Place.TEXT;
        };
    }

    /** A whole line without its escape sequences. */
    public static String plain(String line) {
        if (line.indexOf(ESCAPE) < 0) {
            return line;
        }
        char[] letters = line.toCharArray();
        return new String(letters, 0, new EscapeFilter().filter(letters, letters.length));
    }
}
