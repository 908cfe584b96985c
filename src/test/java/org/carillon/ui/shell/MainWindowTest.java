package org.carillon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.Job;
import org.carillon.job.RunState;
import org.carillon.log.LogLine;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.Settings;
import org.carillon.settings.Theme;
import org.carillon.settings.WindowFile;
import org.carillon.store.RunQuery;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.ScriptedDialogs;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.jobs.JobRow;
import org.carillon.ui.settings.RecordingDesk;
import org.carillon.ui.tray.RecordingTray;
import org.carillon.ui.palette.PaletteEntry;
import org.carillon.ui.theme.WindowTheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/** The main ways through the window, with a real scheduler behind it. */
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final FxBackground background = new FxBackground();
    private final FxTicker ticker = new FxTicker();
    private BackgroundScheduler scheduler;
    private final RecordingTray tray = new RecordingTray();
    private WindowFile windowFile;
    private WindowTheme theme;
    private MainWindow window;
    private Stage stage;

    @Start
    void open(Stage shared) throws IOException {
        // A window of its own: the one that tests share has the size of the test before.
        stage = new Stage();
        RunLogs logs = new RunLogs(Files.createTempDirectory(directory, "logs"));
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
        scheduler.start();
        theme = new WindowTheme(Theme.LIGHT);
        WindowSettings settings =
                new WindowSettings(Settings.DEFAULT.withLanguage(Language.ENGLISH), written -> { }, background);
        WindowParts parts = new WindowParts(scheduler, logs, settings, new RecordingEditors(), dialogs, theme, background,
                ticker, tray, new RecordingDesk(), windowFile = new WindowFile(Files.createTempDirectory(directory, "window").resolve("window.json")), InstantSource.system(), LiveScheduler.ZONE);
        window = new MainWindow(parts, stage, new RecordingProgram());
        window.show();
        window.complete();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(() -> {
            window.close();
            theme.close();
        });
        WaitForAsyncUtils.waitForFxEvents();
        ticker.close();
        scheduler.close();
        background.close();
    }

    @Test
    void theEmptyWindowOffersTheFirstStepsAndTheyLeadSomewhere(FxRobot robot) {
        until(() -> robot.lookup("#jobs-empty").query().isVisible());
        click(robot, "#empty-new");
        click(robot, "#empty-import");
        choose(robot, "#help", "#show-about");
        assertThat(opened).containsExactly("new job", "crontab", "about");
        click(robot, "#empty-examples");
        until(() -> jobs(robot).getItems().size() == 3);
        until(() -> jobs(robot).isVisible());
        assertThat(robot.lookup("#details").tryQuery()).isPresent();
    }

    @Test
    void theOutputOfAJobStreamsIntoTheLogTableWhileItRuns(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("talk", "Talk", "for i in 1 2 3; do echo line $i; done; echo trouble >&2; sleep 60"));
        until(() -> jobs(robot).getItems().size() == 1);
        click(robot, "Talk");
        click(robot, "#run-now");
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        until(() -> texts(robot).containsAll(List.of("line 1", "line 2", "line 3", "trouble")));
        assertThat(scheduler.status().running()).isEqualTo(1);
        click(robot, "#stop");
        until(() -> scheduler.status().running() == 0);
        until(() -> robot.lookup(".log-title").queryAllAs(Label.class).stream()
                .anyMatch(title -> title.getText().contains("Stopped")));
    }

    @Test
    void pausingEverythingShowsInTheStripUntilItIsResumed(FxRobot robot) {
        until(() -> text(robot, "#status-state").equals("Scheduling"));
        click(robot, "#pause-all");
        click(robot, "#pause-until-resumed");
        until(() -> text(robot, "#status-state").equals("Paused"));
        click(robot, "#resume-all");
        until(() -> text(robot, "#status-state").equals("Scheduling"));
    }

    @Test
    void closingTheWindowHidesItToTheTrayAndTheTrayShowsItAgain(FxRobot robot) {
        until(tray::isShown);
        closeWindow();
        until(() -> !stage.isShowing());
        tray.choose("Open Carillon");
        until(() -> stage.isShowing() && stage.isFocused());
        assertThat(dialogs.asked).isEmpty();
    }

    @Test
    void whenTheTrayGoesTheHiddenWindowComesBack(FxRobot robot) {
        until(tray::isShown);
        closeWindow();
        until(() -> !stage.isShowing());
        tray.there = false;
        until(() -> stage.isShowing());
        robot.interact(window::raise);
        until(() -> stage.isFocused());
    }

    @Test
    void aFailureIsKnownOnceItsJobIsSeen(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("sync", "Sync", "exit 3"));
        until(() -> jobs(robot).getItems().size() == 1);
        WaitForAsyncUtils.asyncFx(() -> jobs(robot).getSelectionModel().clearSelection());
        WaitForAsyncUtils.waitForFxEvents();
        scheduler.start("sync");
        until(() -> tray.content.attention());
        click(robot, "Sync");
        until(() -> !tray.content.attention());
    }

    private void closeWindow() {
        WaitForAsyncUtils.asyncFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void choosingAnotherLanguageChangesEverythingAtOnceAndKeepsThePlace(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("a", "Alpha", "true"));
        scheduler.add(LiveScheduler.yearly("b", "Beta", "true"));
        until(() -> jobs(robot).getItems().size() == 2);
        click(robot, "Beta");
        choose(robot, "#language", "#language-zh");
        until(() -> text(robot, "#run-now").equals("立即运行"));
        until(() -> text(robot, "#status-state").equals("调度中"));
        until(() -> jobs(robot).getSelectionModel().getSelectedItem() != null
                && jobs(robot).getSelectionModel().getSelectedItem().id().equals("b"));
    }

    @Test
    void historyAndLogSayThatSeveralJobsAreSelected(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("a", "Alpha", "true"));
        scheduler.add(LiveScheduler.yearly("b", "Beta", "true"));
        until(() -> jobs(robot).getItems().size() == 2);
        click(robot, "History");
        robot.interact(() -> jobs(robot).getSelectionModel().selectAll());
        until(() -> robot.lookup("2 jobs are selected. Select one of them to see its runs").match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
        click(robot, "#log-tab");
        until(() -> robot.lookup("2 jobs are selected. Select one of them to see its log").match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
    }

    @Test
    void theKeyboardIsEnough(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("a", "Alpha", "true"));
        scheduler.add(LiveScheduler.yearly("b", "Beta", "true"));
        until(() -> jobs(robot).getItems().size() == 2);
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("beta");
        until(() -> jobs(robot).getItems().size() == 1);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN, KeyCode.UP);
        robot.type(KeyCode.ENTER);
        until(() -> opened.contains("edit b"));
        robot.type(KeyCode.SPACE);
        until(() -> !scheduler.job("b").orElseThrow().job().enabled());
        robot.type(KeyCode.DELETE);
        until(() -> scheduler.job("b").isEmpty());
        click(robot, "#undo");
        until(() -> scheduler.job("b").isPresent());
    }

    @Test
    void thePaletteFindsAJobAndRunsItAndGivesTheKeyboardBack(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("a", "Alpha", "true"));
        scheduler.add(LiveScheduler.yearly("b", "Beta", "true"));
        until(() -> jobs(robot).getItems().size() == 2);
        robot.interact(() -> jobs(robot).requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#palette-field").tryQuery().map(Node::isFocused).orElse(false));
        robot.write("run beta");
        until(() -> robot.lookup("#palette-found").<PaletteEntry>queryListView().getItems().stream().map(PaletteEntry::title).toList()
                .equals(List.of("Run Beta now", "Run Beta with other arguments, variables or input")));
        robot.type(KeyCode.ENTER);
        until(() -> scheduler.runs(RunQuery.ofJob("b", 10)).size() == 1);
        until(() -> robot.lookup("#palette").tryQuery().isEmpty() && jobs(robot).isFocused());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#palette-field").tryQuery().map(Node::isFocused).orElse(false));
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#palette").tryQuery().isEmpty());
    }

    @Test
    void theListOfKeysNamesWhatEveryButtonAndMenuOfTheToolbarDoes(FxRobot robot) {
        robot.type(KeyCode.F1);
        until(() -> robot.lookup("#shortcut-list").tryQuery().isPresent());
        Set<String> keys = robot.lookup("#shortcut-list .key-cap").queryAllAs(Label.class).stream().map(Label::getText).collect(Collectors.toSet());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#shortcut-list").tryQuery().isEmpty());
        for (Node node : robot.lookup(".main-toolbar").queryAs(HBox.class).getChildren()) {
            if (node instanceof Control control) {
                assertThat(control.getTooltip()).as(control.getId()).isNotNull();
                assertThat(keys).as(control.getTooltip().getText()).anyMatch(control.getTooltip().getText()::contains);
            }
            if (node instanceof MenuButton menu) {
                assertThat(menu.getItems()).filteredOn(item -> !(item instanceof SeparatorMenuItem || item instanceof Menu)).allSatisfy(item -> {
                    assertThat(keys).as(item.getText()).contains(item.getAccelerator().getDisplayText());
                    assertThat(item.getOnAction()).as(item.getText()).isNotNull();
                });
            }
        }
    }

    @Test
    void theTimelineHasARowForEachJobAndGoesWhereItIsAskedTo(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("a", "Alpha", "true"));
        until(() -> jobs(robot).getItems().size() == 1);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#timeline").<ListView<?>>query().getItems().size() == 1);
        robot.interact(() -> robot.lookup("#timeline").<ListView<?>>query().getSelectionModel().selectFirst());
        robot.type(KeyCode.ENTER);
        until(() -> jobs(robot).isVisible() && jobs(robot).getSelectionModel().getSelectedItem() != null
                && !robot.lookup("#timeline").query().getParent().getParent().getParent().getParent().isVisible());
    }

    @Test
    void aPlannedRunIsMovedToAnyOtherTime(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("a", "Alpha", "true"));
        until(() -> jobs(robot).getItems().size() == 1);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#timeline").<ListView<?>>query().getItems().size() == 1);
        ListView<?> timeline = robot.lookup("#timeline").query();
        robot.interact(() -> {
            timeline.getSelectionModel().selectFirst();
            timeline.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
            timeline.getContextMenu().getItems().stream().filter(item -> "timeline-move".equals(item.getId()))
                    .flatMap(move -> ((Menu) move).getItems().stream()).filter(item -> "timeline-move-other".equals(item.getId())).forEach(MenuItem::fire);
            timeline.getContextMenu().hide();
        });
        TextField time = robot.lookup("#move-time").query();
        assertThat(time.getText()).isEqualTo("00:00");
        robot.interact(() -> time.setText("nine"));
        assertThat(robot.lookup("#move-problem").<Label>query().getText()).contains("“nine” is not a time");
        assertThat(robot.lookup("#move-do").query().isDisabled()).isTrue();
        robot.interact(() -> time.setText("9:15"));
        robot.interact(() -> robot.lookup("#move-do").<Button>query().fire());
        until(() -> scheduler.job("a").orElseThrow().nextRun().atZone(LiveScheduler.ZONE).toLocalTime().equals(LocalTime.of(9, 15)));
        until(() -> robot.lookup("#move-do").tryQuery().isEmpty());
    }

    @Test
    void anOpenedLogExplainsTheExitCodeAndIsClosedAgain(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("bad", "Bad", "echo nothing; exit 137"));
        long run = scheduler.start("bad");
        until(() -> scheduler.run(run).orElseThrow().state() == RunState.FAILED);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#runs").queryAllAs(TableView.class).stream().anyMatch(table -> !table.getItems().isEmpty() && table.isVisible()));
        assertThat(robot.lookup("#run-now").query().isVisible()).isFalse();
        click(robot, "Failed");
        robot.type(KeyCode.ENTER);
        until(() -> text(robot, "#run-exit").contains("killed (SIGKILL)"));
        click(robot, "#run-close");
        until(() -> robot.lookup("#run-exit").tryQuery().isEmpty());
    }

    @Test
    void howTheWindowWasLeftIsKept(FxRobot robot) {
        scheduler.add(LiveScheduler.yearly("a", "Alpha", "true"));
        until(() -> jobs(robot).getItems().size() == 1 && jobs(robot).getWidth() > 0);
        robot.interact(() -> {
            stage.setWidth(900);
            jobs(robot).getSortOrder().setAll(List.of(jobs(robot).getColumns().get(1)));
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        until(() -> windowFile.read().page().equals("runs") && windowFile.read().place().width() == 900
                && windowFile.read().tables().get("jobs").sortedBy().equals("schedule"));
    }

    @Test
    void closingTheWindowAsksAndQuittingClosesTheScheduler() {
        tray.there = false;
        dialogs.answer(Answer.Kind.OTHER);
        closeWindow();
        until(() -> done.equals(List.of("closed", "exited")));
        assertThat(dialogs.asked).hasSize(1);
    }

    /** What has just appeared comes into sight a frame after it is there. */
    private static void click(FxRobot robot, String query) {
        until(() -> robot.lookup(query).match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
        robot.clickOn(query);
    }

    /** Opens a menu, again if something of the desktop closed it, and takes an item. */
    private static void choose(FxRobot robot, String menu, String item) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            boolean open = robot.lookup(item).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
            if (!open) {
                robot.clickOn(menu);
            }
            return open;
        });
        robot.clickOn(item);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private static TableView<JobRow> jobs(FxRobot robot) {
        return robot.lookup("#jobs").queryTableView();
    }

    private static List<String> texts(FxRobot robot) {
        List<String> texts = new ArrayList<>();
        for (TableView<LogLine> table : robot.lookup("#log").<TableView<LogLine>>queryAllAs(cast())) {
            table.getItems().forEach(line -> texts.add(line.text()));
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static Class<TableView<LogLine>> cast() {
        return (Class<TableView<LogLine>>) (Class<?>) TableView.class;
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private final class RecordingEditors implements Editors {
        @Override
        public void about(Window owner) {
            opened.add("about");
        }

        @Override
        public void importEnvironment(Consumer<Integer> imported, Consumer<? super Throwable> failed) {
            opened.add("environment");
            imported.accept(42);
        }

        @Override
        public void create(Window owner, Consumer<String> saved) {
            opened.add("new job");
        }

        @Override
        public void edit(Window owner, Job job, Consumer<String> saved) {
            opened.add("edit " + job.id());
        }

        @Override
        public void duplicate(Window owner, Job job, Consumer<String> saved) {
            opened.add("duplicate " + job.id());
        }

        @Override
        public void fillIn(Window owner, Job template, Consumer<String> saved) {
            opened.add("fill in " + template.id());
        }

        @Override
        public void importCrontab(Window owner) {
            opened.add("crontab");
        }

        @Override
        public void importFiles(Window owner, List<Path> files) {
            opened.add("files " + files);
        }
    }

    private final class RecordingProgram implements QuitViewModel.Program {
        @Override
        public boolean hide() {
            return window.hide();
        }

        @Override
        public void minimise() {
            done.add("minimised");
        }

        @Override
        public void closeScheduler() {
            scheduler.close();
            done.add("closed");
        }

        @Override
        public void exit() {
            done.add("exited");
        }
    }
}
