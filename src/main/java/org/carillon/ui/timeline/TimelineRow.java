package org.carillon.ui.timeline;

import java.time.Instant;
import java.util.List;
import org.carillon.engine.JobStatus;
import org.carillon.job.Run;

/**
 * A job in the timeline.
 *
 * @param status  the job as it stands
 * @param runs    what the ledger says of it in that time, oldest first
 * @param planned what is to come
 */
record TimelineRow(JobStatus status, List<Run> runs, List<Planned> planned) {
    TimelineRow {
        runs = List.copyOf(runs);
        planned = List.copyOf(planned);
    }

    String id() {
        return status.id();
    }

    String name() {
        return status.isBroken() ? status.id() : status.job().name();
    }

    /** When a run is drawn to begin. */
    static Instant begin(Run run) {
        if (run.stretch() != null) {
            return run.stretch().from();
        }
        if (run.startedAt() != null) {
            return run.startedAt();
        }
        return run.scheduledAt() != null ? run.scheduledAt() : run.endedAt();
    }

    /** When a run is drawn to end; at that time if it goes on. */
    static Instant end(Run run, Instant now) {
        if (run.stretch() != null) {
            return run.stretch().to();
        }
        if (run.startedAt() == null) {
            return begin(run);
        }
        return run.endedAt() == null ? now : run.endedAt();
    }
}
