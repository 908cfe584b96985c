package org.carillon.ui.log;

import java.util.Optional;
import java.util.Set;
import org.carillon.log.LineQuery;

/**
 * Which lines of all runs are shown.
 *
 * @param jobIds those of these jobs; null for all
 * @param query  those of them that it finds, a plain text
 */
record LiveFilter(Set<String> jobIds, LineQuery query) {
    static final LiveFilter ALL = new LiveFilter(null, LineQuery.ALL);

    /** Empty if only the file can tell, because the line is long. */
    Optional<Boolean> passes(LiveLine line) {
        return jobIds == null || jobIds.contains(line.run().jobId()) ? query.matches(line.line()) : Optional.of(false);
    }
}
