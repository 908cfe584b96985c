package org.carillon.ui.editor;

import java.nio.charset.Charset;
import java.util.List;
import org.carillon.log.LogPage;
import org.carillon.log.RunLogs;

/** Where the output of a test run is read. */
@FunctionalInterface
interface TrialLog {
    /** The lines from an offset on, at most so many; none while there is no log. May wait for the disk. */
    LogPage lines(long runId, Charset encoding, long from, int most);

    static TrialLog of(RunLogs logs) {
        return (runId, encoding, from, most) -> logs.open(runId, encoding)
                .map(reader -> {
                    try (reader) {
                        return reader.read(from, most);
                    }
                })
                .orElseGet(() -> new LogPage(List.of(), from, from));
    }
}
