package org.carillon.ui.log;

import org.carillon.job.Run;
import org.carillon.log.LogLine;

/**
 * A line of some run, as it came.
 *
 * @param run the run that printed it, as it was then
 */
public record LiveLine(Run run, LogLine line) {
    /** Where a line is, for good. @param offset where it begins in the run's log file, in bytes */
    record Place(long runId, String jobId, long offset) {}

    Place place() {
        return new Place(run.id(), run.jobId(), line.offset());
    }
}
