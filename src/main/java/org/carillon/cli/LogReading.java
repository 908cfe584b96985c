package org.carillon.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;

/**
 * The log of a run, as it is to be read.
 *
 * @param logs   where it is
 * @param chosen in which encoding, because a person has said so; null for the one that it looks like
 */
record LogReading(RunLogs logs, long runId, Charset chosen) {
    /** Empty while there is no log. */
    Optional<RunLogReader> open() {
        return chosen == null ? logs.openGuessing(runId) : logs.open(runId, chosen);
    }

    Optional<Path> file() {
        return logs.find(runId);
    }

    /** UTF-8 also while nothing can be told of it, and while there is no log. */
    Charset encoding() {
        if (chosen != null) {
            return chosen;
        }
        try (RunLogReader reader = logs.openSmall(runId, null).orElse(null)) {
            return reader == null ? StandardCharsets.UTF_8 : reader.encoding();
        }
    }
}
