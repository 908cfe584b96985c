package org.carillon.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunTrigger;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.TriggerDefaults;

/** Jobs and runs for the tests of stores. */
public final class Samples {
    /** A moment with nanoseconds, which stores must keep. */
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");

    private Samples() {}

    public static Job job(String id) {
        TriggerDefaults defaults = new TriggerDefaults(ZoneId.of("Europe/Berlin"), NOON, id);
        return Job.of(id, "Job " + id, IntervalTrigger.every(Duration.ofMinutes(5), defaults),
                CommandAction.of(new CommandLine.Program(List.of("echo", "hello"))));
    }

    public static Run planned(long id, String jobId, Instant at) {
        return Run.queued(id, job(jobId), at, RunTrigger.SCHEDULE);
    }

    public static Run manual(long id, String jobId) {
        return Run.queued(id, job(jobId), null, RunTrigger.MANUAL);
    }
}
