package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.carillon.engine.SchedulerStatus;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.controls.PauseLength;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.jobs.JobsViewModel;
import org.carillon.ui.theme.TimeWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final StatusWords words = new StatusWords(new TimeWords(Language.ENGLISH, ZoneId.of("UTC")), id -> "Sync orders");

    @Test
    void pausingAndResumingEverythingShowsInTheStrip(@TempDir Path directory) {
        try (LiveScheduler live = new LiveScheduler(directory)) {
            JobsViewModel jobs = new JobsViewModel(live.scheduler, live.feed, live.background, live.clock, live.times, live.dialogs, live.dialogs);
            ShellViewModel shell = new ShellViewModel(live.scheduler, live.feed, live.background, live.dialogs, jobs);
            live.until(() -> shell.state().get().equals("Scheduling"));
            shell.pauseAll(PauseLength.UNTIL_RESUMED);
            live.until(() -> shell.state().get().equals("Paused"));
            assertThat(shell.paused().get()).isTrue();
            shell.pauseAll(PauseLength.HOUR);
            live.until(() -> shell.state().get().startsWith("Paused until "));
            shell.resumeAll();
            live.until(() -> shell.state().get().equals("Scheduling"));
            jobs.close();
        }
    }

    @Test
    void theStripSaysPlainlyWhatTheSchedulerDoes() {
        assertThat(words.state(null, NOW)).isEqualTo("Starting");
        assertThat(words.state(status(State.PAUSED, NOW.plusSeconds(7_200), null), NOW)).isEqualTo("Paused until 14:00");
        assertThat(words.state(status(State.TROUBLED, null, Message.of("job.name.empty")), NOW))
                .isEqualTo("Not scheduling: the name is empty");
        assertThat(words.state(status(State.STOPPED, null, null), NOW))
                .isEqualTo("Not scheduling: the scheduler has not been started");
    }

    @Test
    void theStripSaysWhatRunsAndWhatComesNext() {
        SchedulerStatus busy = new SchedulerStatus(State.SCHEDULING, null, null, 2, 1, "orders", NOW.plusSeconds(130));
        assertThat(words.activity(busy, NOW)).isEqualTo("2 running · 1 waiting · next: Sync orders in 2 min 10 s");
        assertThat(words.activity(status(State.PAUSED, null, null), NOW)).isEmpty();
    }

    @Test
    void aPauseEndsAtAnAbsoluteTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(PauseLength.QUARTER.until(NOW, berlin)).isEqualTo("2026-11-23T12:15:00Z");
        assertThat(PauseLength.TOMORROW.until(NOW, berlin)).isEqualTo("2026-11-23T23:00:00Z");
        assertThat(PauseLength.UNTIL_RESUMED.until(NOW, berlin)).isNull();
    }

    private static SchedulerStatus status(State state, Instant until, Message trouble) {
        return new SchedulerStatus(state, until, trouble, 0, 0, null, null);
    }
}
