package org.carillon.log;

import java.util.regex.Pattern;

/** What a person reads of a line that was printed for a terminal. */
public final class PlainText {
    private static final char ESCAPE = '\u001b';
    /** Colours and other commands, titles and links, as ECMA-48 has them; one that the line's end cuts off goes, too. */
    private static final Pattern SEQUENCE = Pattern.compile(
            "\u001b(?:\\[[0-9;:?<=>]*[ -/]*(?:[@-~]|$)|[\\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\\\|$)|[ -/]*[0-~]|$)");

    private PlainText() {}

    /** The line without anything that only a terminal understands. */
    public static String of(String line) {
        return line.indexOf(ESCAPE) < 0 ? line : SEQUENCE.matcher(line).replaceAll("");
    }
}
