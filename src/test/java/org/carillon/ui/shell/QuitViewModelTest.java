package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carillon.message.Language;
import org.carillon.settings.ClosingWindow;
import org.carillon.settings.Settings;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.jobs.JobsViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuitViewModelTest {
    @TempDir
    Path directory;

    private final List<String> done = new ArrayList<>();
    private final List<Settings> written = new ArrayList<>();
    private boolean tray;
    private boolean outlives;
    private LiveScheduler live;
    private JobsViewModel jobs;
    private QuitViewModel quit;

    @BeforeEach
    void open() {
        live = new LiveScheduler(directory);
        jobs = new JobsViewModel(live.scheduler, live.feed, live.background, live.clock, live.times, live.dialogs, live.dialogs);
        WindowSettings settings =
                new WindowSettings(Settings.DEFAULT.withLanguage(Language.ENGLISH), written::add, live.background);
        quit = new QuitViewModel(jobs, settings, live.background, live.dialogs, new QuitViewModel.Program() {
            @Override
            public void minimise() {
                done.add("minimised");
            }

            @Override
            public boolean hide() {
                if (tray) {
                    done.add("hidden");
                }
                return tray;
            }

            @Override
            public boolean outlivesWindow() {
                return outlives;
            }

            @Override
            public void closeScheduler() {
                live.scheduler.close();
                done.add("closed");
            }

            @Override
            public void exit() {
                done.add("exited");
            }
        });
    }

    @AfterEach
    void close() {
        jobs.close();
        live.close();
    }

    @Test
    void closingTheWindowAsksOnceAndRemembersTheAnswer() {
        live.dialogs.answer(Answer.Kind.DEFAULT);
        quit.closeWindow();
        quit.closeWindow();
        assertThat(live.dialogs.asked).hasSize(1);
        assertThat(done).containsExactly("minimised", "minimised");
        assertThat(written).extracting(Settings::closingWindow).containsExactly(ClosingWindow.MINIMISE);
    }

    @Test
    void withATrayClosingTheWindowHidesItAndAsksNothing() {
        tray = true;
        quit.closeWindow();
        assertThat(live.dialogs.asked).isEmpty();
        assertThat(done).containsExactly("hidden");
        tray = false;
        quit.closeWindow();
        assertThat(live.dialogs.asked).hasSize(1);
    }

    @Test
    void whoCancelsIsAskedAgain() {
        quit.closeWindow();
        quit.closeWindow();
        assertThat(live.dialogs.asked).hasSize(2);
        assertThat(done).isEmpty();
    }

    @Test
    void withNothingRunningItQuitsAtOnce() {
        quit.quit();
        assertThat(live.dialogs.asked).isEmpty();
        assertThat(done).containsExactly("closed", "exited");
    }

    @Test
    void itSaysWhatIsRunningAndStopsItIfWanted() {
        start("sleep 60");
        live.dialogs.answer(Answer.Kind.DANGER);
        quit.quit();
        assertThat(live.dialogs.asked.getFirst().text()).contains("Worker");
        assertThat(done).containsExactly("closed", "exited");
    }

    @Test
    void whereJobsGoOnWithoutTheWindowQuittingAsksNothing() {
        outlives = true;
        start("sleep 60");
        quit.quit();
        assertThat(live.dialogs.asked).isEmpty();
        assertThat(done).containsExactly("closed", "exited");
    }

    @Test
    void itWaitsForWhatIsRunning() {
        start("sleep 1");
        live.dialogs.answer(Answer.Kind.DEFAULT);
        quit.quit();
        assertThat(quit.stage().get()).isEqualTo(QuitViewModel.Stage.WAITING);
        assertThat(quit.progress().get()).isEqualTo("Waiting for Worker to end…");
        assertThat(done).isEmpty();
        live.until(() -> done.size() == 2);
        assertThat(done).containsExactly("closed", "exited");
    }

    @Test
    void waitingCanBeGivenUp() {
        start("sleep 60");
        live.dialogs.answer(Answer.Kind.DEFAULT);
        quit.quit();
        quit.cancel();
        assertThat(quit.stage().get()).isEqualTo(QuitViewModel.Stage.NOT);
        live.dialogs.answer(Answer.Kind.DEFAULT);
        quit.quit();
        quit.stopNow();
        assertThat(done).containsExactly("closed", "exited");
    }

    private void start(String line) {
        live.scheduler.add(LiveScheduler.yearly("worker", "Worker", line));
        live.scheduler.start("worker");
        live.until(() -> jobs.runningNames().equals(List.of("Worker"))
                && jobs.scheduler().get().running() == 1);
    }
}
