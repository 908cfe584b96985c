package org.carillon.store.jdbc;

import java.time.Instant;
import org.carillon.job.Circumstances;
import org.carillon.job.Run;
import org.carillon.store.Change;
import org.carillon.store.journal.StoredChange;

/**
 * Which changes may wait in the journal until they are written to the tables: new jobs and those that come with every run, if
 * the tables cannot refuse them for what is in them.
 */
final class Waiting {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_HASH = 64;
    private static final int LONGEST_TEXT = 100_000;
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Waiting() {}

    static boolean can(StoredChange stored) {
        return switch (stored) {
            case StoredChange.JobText job -> job.isNew() && job.id().length() <= LONGEST_ID && fits(job.definition())
                    && fits(job.nextRun()) && (job.saved() == null || fits(job.saved().at()) && fits(job.saved().user()));
            case StoredChange.Plain(var change) -> can(change);
        };
    }

    private static boolean can(Change change) {
        return switch (change) {
            case Change.AddRun(var run) -> fits(run);
            case Change.UpdateRun(var run) -> fits(run);
            case Change.Plan(var _, var next, var _) -> fits(next);
            default -> false;
        };
    }

    private static boolean fits(Run run) {
        return run.jobId().length() <= LONGEST_ID
                && fits(run.jobName()) && fits(run.host()) && fits(run.user()) && (run.reason() == null || fits(run.reason().detail()))
                && fits(run.scheduledAt()) && fits(run.startedAt()) && fits(run.endedAt()) && fits(run.retryAt())
                && fits(run.circumstances())
                && (run.stretch() == null || fits(run.stretch().from()) && fits(run.stretch().to()));
    }

    private static boolean fits(Circumstances circumstances) {
        return circumstances == null || fits(circumstances.command()) && fits(circumstances.directory())
                && (circumstances.environment() == null || circumstances.environment().length() <= LONGEST_HASH);
    }

    private static boolean fits(String text) {
        return text == null || text.length() <= LONGEST_TEXT;
    }

    private static boolean fits(Instant time) {
        return time == null || !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }
}
