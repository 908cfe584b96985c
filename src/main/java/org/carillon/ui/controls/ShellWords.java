package org.carillon.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Arguments as a person writes them in one text: blanks and line ends part them, quotes of either kind keep them together.
 * There are no escapes, so that a Windows path means what it says; to have one kind of quote, use the other around it.
 */
public final class ShellWords {
    private static final String FOR_THE_SHELL_ALONE = "|&;<>$`*?~#(){}[]!";
    private static final String SAFE = "[\\p{L}\\p{N}_@%+=:,./\\\\-]+";

    private ShellWords() {}

    /** The arguments, or empty when a quote is not closed. */
    public static Optional<List<String>> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote != 0) {
                word.append(c);
            } else if (Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
            } else {
                word = word == null ? new StringBuilder() : word;
                if (c == '"' || c == '\'') {
                    quote = c;
                } else {
                    word.append(c);
                }
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return quote == 0 ? Optional.of(words) : Optional.empty();
    }

    /** A text that {@link #split} takes apart into exactly these words, and that a POSIX shell reads alike. */
    public static String join(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /** What in this line only a shell understands, such as a pipe; empty when it could be run without one. */
    public static String shellSyntax(String line) {
        StringBuilder found = new StringBuilder();
        char quote = 0;
        for (char c : line.strip().toCharArray()) {
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if ((quote == 0 && FOR_THE_SHELL_ALONE.indexOf(c) >= 0 || quote == '"' && (c == '$' || c == '`'))
                    && found.indexOf(String.valueOf(c)) < 0) {
                found.append(found.isEmpty() ? "" : " ").append(c);
            }
        }
        return found.toString();
    }

    private static String quoted(String word) {
        if (word.matches(SAFE)) {
            return word;
        }
        return "'" + word.replace("'", "'\"'\"'") + "'";
    }
}
