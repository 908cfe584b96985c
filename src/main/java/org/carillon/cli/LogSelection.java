package org.carillon.cli;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Which lines of a log are printed.
 *
 * @param pattern those in which it is found, null for all
 * @param since   those that arrived then or later, null for all
 * @param stderr  only those of the error stream
 * @param tail    of those that are there at first only the last so many, null for all
 */
record LogSelection(Pattern pattern, Instant since, boolean stderr, Integer tail) {
    /** Whether lines must be looked at, one by one. */
    boolean looksAtLines() {
        return pattern != null || stderr || since != null && tail != null;
    }
}
