package org.carillon.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.carillon.engine.JobStatus;
import org.carillon.engine.SchedulerStatus;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.Job;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.theme.StateLook;
import org.carillon.ui.theme.TimeWords;
import org.junit.jupiter.api.Test;

class JobWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Job JOB = LiveScheduler.yearly("job", "Job", "true");
    private final JobWords words = new JobWords(new TimeWords(Language.ENGLISH, ZoneId.of("UTC")));

    @Test
    void theNextRunCountsDown() {
        assertThat(nextRun(status(JOB, NOW.plusSeconds(130), null), scheduling())).isEqualTo("in 2 min 10 s");
        assertThat(nextRun(status(JOB, NOW.minusSeconds(2), null), scheduling())).isEqualTo("now");
    }

    @Test
    void whatWillNotRunSaysWhy() {
        assertThat(nextRun(status(JOB.withEnabled(false), null, null), scheduling())).isEqualTo("paused");
        assertThat(nextRun(status(JOB, null, null), scheduling())).isEqualTo("no more runs");
        assertThat(nextRun(new JobStatus("job", null, null, null, 0, Message.of("job.name.empty")), scheduling())).isEqualTo("never");
    }

    @Test
    void aPauseOfEverythingHoldsBackOnlyWhatFallsIntoIt() {
        SchedulerStatus paused = scheduler(State.PAUSED, NOW.plusSeconds(900));
        assertThat(nextRun(status(JOB, NOW.plusSeconds(60), null), paused)).isEqualTo("all paused");
        assertThat(nextRun(status(JOB, NOW.plusSeconds(1_000), null), paused)).isEqualTo("in 16 min 40 s");
        assertThat(nextRun(status(JOB, NOW.plusSeconds(1_000), null), scheduler(State.PAUSED, null))).isEqualTo("all paused");
    }

    @Test
    void theLastRunSaysHowItEndedAndHowLongItTookOrWhy() {
        Run started = Run.queued(1, JOB, NOW, RunTrigger.SCHEDULE).started(NOW.minusSeconds(150), 1, "host", "me");
        assertThat(words.lastRun(null, NOW)).isEqualTo("not yet");
        assertThat(words.lastRun(started, NOW)).isEqualTo("Running · 2 min 30 s");
        assertThat(words.lastRun(started.ended(RunState.SUCCEEDED, null, NOW, 0, 0), NOW)).isEqualTo("Succeeded · 2 min 30 s");
        assertThat(words.lastRun(started.ended(RunState.FAILED, Reason.of(Cause.EXIT_CODE, "1"), NOW, 1, 0), NOW))
                .isEqualTo("Failed: exit code 1");
    }

    @Test
    void theIconShowsFirstWhatMattersMost() {
        Run failed = Run.notRun(1, JOB, NOW, RunState.FAILED, null, NOW);
        assertThat(words.look(status(JOB, NOW, failed), scheduling())).isEqualTo(StateLook.of(RunState.FAILED));
        assertThat(words.look(status(JOB.withEnabled(false), null, failed), scheduling())).isEqualTo(StateLook.PAUSED);
        assertThat(words.look(new JobStatus("job", JOB, NOW, failed, 1, null), scheduling())).isEqualTo(StateLook.of(RunState.RUNNING));
        assertThat(words.look(status(JOB, NOW, null), scheduling())).isEqualTo(StateLook.WAITING);
        assertThat(words.look(status(JOB, null, null), scheduling())).isEqualTo(StateLook.DONE);
    }

    @Test
    void aJobThatWaitsOnlyBecauseEverythingIsPausedIsNotDone() {
        assertThat(words.look(status(JOB, null, null), scheduler(State.PAUSED, null))).isEqualTo(StateLook.PAUSED);
        assertThat(words.look(status(JOB, null, null), null)).isEqualTo(StateLook.DONE);
    }

    private String nextRun(JobStatus status, SchedulerStatus scheduler) {
        return words.nextRun(status, scheduler, NOW);
    }

    private static JobStatus status(Job job, Instant nextRun, Run lastRun) {
        return new JobStatus("job", job, nextRun, lastRun, 0, null);
    }

    private static SchedulerStatus scheduling() {
        return scheduler(State.SCHEDULING, null);
    }

    private static SchedulerStatus scheduler(State state, Instant until) {
        return new SchedulerStatus(state, until, null, 0, 0, null, null);
    }
}
