package org.carillon.interchange;

import java.util.List;
import java.util.stream.Collectors;

/** Words for a POSIX shell. */
final class ShellWords {
    private ShellWords() {}

    /** A word that the shell takes as it is. */
    static String quote(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }
}
