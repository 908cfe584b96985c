package org.carillon.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
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
    void aLaterOneThatIsLeftOutIsNotAmongThem() {
        Instant next = Instant.parse("2026-11-24T11:00:00Z");
        Set<Instant> leftOut = Set.of(next.plusSeconds(3600));
        JobStatus status = new JobStatus("a", HOURLY, next, null, 0, null, leftOut);
        assertThat(NextRuns.of(status, NOW)).hasSize(10).startsWith(next, next.plusSeconds(7200));
    }

    @Test
    void ofAPausedJobAndOfOneWhoseNextRunHasJustComeTheTriggerSaysThem() {
        Instant next = Instant.parse("2026-11-24T11:00:00Z");
        assertThat(NextRuns.of(status(null), NOW)).hasSize(10).first().isEqualTo(next);
        assertThat(NextRuns.of(status(NOW), NOW)).hasSize(10).first().isEqualTo(next);
    }
}
