package org.carillon.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.desktop.tray.TrayContent;
import org.carillon.desktop.tray.TrayIcon;
import org.carillon.engine.SchedulerStatus;
import org.carillon.message.Language;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.theme.TimeWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrayViewModelTest {
    private static final TrayIcon PLAIN = new TrayIcon(16, new int[256]);

    @TempDir
    Path directory;

    private final RecordingTray tray = new RecordingTray();
    private final List<String> done = new ArrayList<>();
    private Language language = Language.ENGLISH;
    private LiveScheduler live;
    private TrayViewModel model;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        model = new TrayViewModel(live.scheduler, live.feed, live.background, Instant::now, () -> new TimeWords(language, LiveScheduler.ZONE),
                tray, state -> List.of(Badge.on(PLAIN, state)), new Desk());
        live.until(() -> tray.content != null);
    }

    @AfterEach
    void close() {
        model.close();
        live.close();
    }

    @Test
    void theMenuHasAlwaysTheSameLinesInTheSameOrder() {
        live.scheduler.add(LiveScheduler.yearly("backup", "Backup", "true"));
        live.until(() -> tray.lines().get(1).startsWith("(Next: Backup, "));
        assertThat(tray.lines()).hasSize(13).startsWith("Open Carillon").endsWith(
                "-", "Pause for 15 minutes", "Pause for 1 hour", "Pause until tomorrow", "Pause until I resume", "(Resume)", "-",
                "Run now >", "New job…", "-", "Quit");
    }

    @Test
    void aTimedPauseHasAnAbsoluteEndThatSleepCannotStretch() {
        Instant before = Instant.now();
        tray.choose("Pause for 15 minutes");
        live.until(() -> live.scheduler.status().state() == SchedulerStatus.State.PAUSED);
        assertThat(live.scheduler.status().pausedUntil())
                .isBetween(before.plus(Duration.ofMinutes(15)), Instant.now().plus(Duration.ofMinutes(15)));
        live.until(() -> tray.content.title().startsWith("Carillon: paused until "));
        assertThat(tray.content.icons()).isNotEqualTo(List.of(PLAIN));
        tray.choose("Resume");
        live.until(() -> tray.content.title().equals("Carillon: scheduling"));
        assertThat(live.scheduler.status().state()).isEqualTo(SchedulerStatus.State.SCHEDULING);
        assertThat(tray.content.icons()).isEqualTo(List.of(PLAIN));
    }

    @Test
    void aJobCanBeRunFromTheMenu() {
        live.scheduler.add(LiveScheduler.yearly("backup", "Backup", "echo done"));
        live.until(() -> tray.lines().contains("Run now >"));
        tray.choose("Backup");
        live.until(() -> live.scheduler.job("backup").orElseThrow().lastRun() != null
                && live.scheduler.job("backup").orElseThrow().lastRun().state().isFinal());
        assertThat(tray.content.attention()).isFalse();
    }

    @Test
    void aFailureIsBadgedUntilItIsLookedAt() {
        fail("sync", "Sync orders", "exit 3");
        assertThat(tray.content.title()).isEqualTo("Carillon: scheduling · failed: Sync orders");
        tray.content.activate().run();
        assertThat(done).containsExactly("open sync");
        model.lookedAt("another");
        assertThat(tray.content.attention()).isTrue();
        model.lookedAt("sync");
        assertThat(tray.content.attention()).isFalse();
        assertThat(tray.content.title()).isEqualTo("Carillon: scheduling");
        live.scheduler.start("sync");
        live.until(() -> tray.content.attention());
    }

    @Test
    void aFailureIsBadgedUntilTheJobsNextSuccess() {
        Path good = directory.resolve("good");
        fail("sync", "Sync orders", "test -e '" + good + "'");
        assertThat(good.toFile().mkdir()).isTrue();
        live.scheduler.start("sync");
        live.until(() -> !tray.content.attention());
    }

    @Test
    void aFailedJobThatIsRemovedIsNoFailureAnyMore() {
        fail("sync", "Sync orders", "exit 3");
        live.scheduler.remove("sync");
        live.until(() -> !tray.content.attention());
        assertThat(tray.lines()).contains("(Run now)");
    }

    @Test
    void ofManyJobsTheMenuOffersTheFirstAndLeadsToTheOthers() {
        for (int i = 0; i < 30; i++) {
            live.scheduler.add(LiveScheduler.yearly("job" + i, "Job %02d".formatted(i), "true"));
        }
        live.until(() -> tray.content.menu().toString().contains("5 more in the window"));
        tray.choose("5 more in the window");
        tray.choose("New job…");
        tray.choose("Quit");
        assertThat(done).containsExactly("open", "new job", "quit");
    }

    @Test
    void whereNothingThatIsShownChangesTheDesktopIsLeftInPeace() {
        live.scheduler.add(LiveScheduler.yearly("backup", "Backup", "true"));
        live.until(() -> tray.lines().contains("Run now >"));
        TrayContent before = tray.content;
        long run = live.scheduler.start("backup");
        live.until(() -> live.scheduler.run(run).orElseThrow().state().isFinal());
        live.ticker.tick();
        model.refresh();
        assertThat(tray.content).isSameAs(before);
    }

    @Test
    void itSpeaksTheChosenLanguageAtOnce() {
        language = Language.CHINESE;
        model.refresh();
        assertThat(tray.lines()).startsWith("打开 Carillon", "(下次：没有计划)", "-", "暂停 15 分钟");
        assertThat(tray.content.title()).isEqualTo("Carillon：调度中");
    }

    private void fail(String id, String name, String line) {
        live.scheduler.add(LiveScheduler.yearly(id, name, line));
        live.until(() -> tray.lines().contains("Run now >"));
        live.scheduler.start(id);
        live.until(() -> tray.content.attention());
    }

    private final class Desk implements TrayDesk {
        @Override
        public void open() {
            done.add("open");
        }

        @Override
        public void open(String jobId) {
            done.add("open " + jobId);
        }

        @Override
        public void newJob() {
            done.add("new job");
        }

        @Override
        public void quit() {
            done.add("quit");
        }

        @Override
        public void failed(String title, Throwable failure) {
            done.add("failed: " + title);
        }
    }
}
