package org.carillon.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.carillon.engine.JobStatus;
import org.carillon.job.Job;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.Test;

class NextRunsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:30:00Z");
    private static final Job HOURLY = LiveScheduler.yearly("a", "A", "true").withTrigger(LiveScheduler.cron("a", "0 * * * *"));

    private static JobStatus status(Instant nextRun) {
        return new JobStatus("a", HOURLY, nextRun, null, 0, null);
    }

    @Test
    void theNextRunIsTheFirstAlsoWhereOneBeforeItWasSkipped() {
        Instant next = Instant.parse("2026-11-24T12:00:00Z");
        assertThat(NextRuns.of(status(next), NOW)).hasSize(10).first().isEqualTo(next);
    }

    @Test
    void ofAPausedJobAndOfOneWhoseNextRunHasJustComeTheTriggerSaysThem() {
        Instant next = Instant.parse("2026-11-24T11:00:00Z");
        assertThat(NextRuns.of(status(null), NOW)).hasSize(10).first().isEqualTo(next);
        assertThat(NextRuns.of(status(NOW), NOW)).hasSize(10).first().isEqualTo(next);
    }
}
