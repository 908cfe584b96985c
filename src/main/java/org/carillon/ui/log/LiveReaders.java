package org.carillon.ui.log;

import java.util.Optional;
import org.carillon.engine.OutputEncoding;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
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
        return logs.openSmall(run.id(), OutputEncoding.of(scheduler, run.jobId()));
    }
}
