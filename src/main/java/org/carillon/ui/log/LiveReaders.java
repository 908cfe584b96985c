package org.carillon.ui.log;

import java.nio.file.Path;
import java.util.Optional;
import org.carillon.engine.OutputEncoding;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.log.LineQuery;
import org.carillon.log.LineScan;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;

/**
 * Opens the logs of many runs at a time, each in the encoding of its job.
 *
 * @param scheduler knows the jobs
 * @param logs      where the logs are
 */
record LiveReaders(Scheduler scheduler, RunLogs logs) {
    /** Empty while there is no log. */
    Optional<RunLogReader> open(Run run) {
        return open(run.id(), run.jobId());
    }

    private Optional<RunLogReader> open(long runId, String jobId) {
        return logs.openSmall(runId, OutputEncoding.of(scheduler, jobId));
    }

    /** As much of a line as is shown or copied; empty if its log is gone. */
    String whole(LiveLine.Place place) {
        RunLogReader reader = open(place.runId(), place.jobId()).orElse(null);
        if (reader == null) {
            return "";
        }
        try (reader) {
            return reader.whole(place.offset(), RunLogSource.MOST_WHOLE);
        }
    }

    /** What is shown of a long line, so many letters at most. */
    Unfolded unfold(LiveLine.Place place, LineQuery query, int most) {
        RunLogReader reader = open(place.runId(), place.jobId()).orElse(null);
        if (reader == null) {
            return Unfolded.NOTHING;
        }
        try (reader; LineScan scan = reader.scan()) {
            return Unfolded.read(scan, place.offset(), () -> reader.whole(place.offset(), RunLogSource.MOST_WHOLE), query, most);
        }
    }

    /** The file with the text of a run, if there is one. */
    Optional<Path> file(long runId) {
        return logs.find(runId);
    }
}
