package org.carillon.cli;

import java.time.Instant;
import org.carillon.log.LineQuery;

/**
 * Which lines of a log are printed.
 *
 * @param query what is looked for
 * @param since those that arrived then or later, null for all
 * @param tail  of those that are there at first only the last so many, null for all
 */
record LogSelection(LineQuery query, Instant since, Integer tail) {
    /** Whether lines must be looked at, one by one. */
    boolean looksAtLines() {
        return !query.isBlank() || since != null && tail != null;
    }
}
