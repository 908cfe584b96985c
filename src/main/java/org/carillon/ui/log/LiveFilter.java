package org.carillon.ui.log;

import java.util.Locale;
import java.util.Set;
import org.carillon.log.LogStream;

/**
 * Which lines of all runs are shown.
 *
 * @param jobIds     those of these jobs; null for all
 * @param errorsOnly those of the error stream alone
 * @param text       those that hold this text, in lower case; empty for all
 */
record LiveFilter(Set<String> jobIds, boolean errorsOnly, String text) {
    static final LiveFilter ALL = new LiveFilter(null, false, "");

    LiveFilter {
        text = text.toLowerCase(Locale.ROOT);
    }

    boolean passes(LiveLine line) {
        return (jobIds == null || jobIds.contains(line.run().jobId()))
                && (!errorsOnly || line.line().stream() == LogStream.ERR)
                && (text.isEmpty() || line.line().text().toLowerCase(Locale.ROOT).contains(text));
    }
}
