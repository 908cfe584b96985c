package org.carillon.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.JobStatus;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.ScriptAction;
import org.carillon.job.ScriptLanguage;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Theme;
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

/** The form on a real screen, with a real scheduler behind it. */
@ExtendWith(ApplicationExtension.class)
class JobEditorTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Job STORED = Job.of("backup", "Backup",
            CronTrigger.parse("0 0 13 * 5", null, new TriggerDefaults(BERLIN, NOW, "backup")),
            CommandAction.of(new CommandLine.ShellLine("echo saved", null)));

    /** As the pictures show it. */
    private static final double NARROW = 960;

    @TempDir
    private static Path directory;

    private final FxBackground background = new FxBackground();
    private final FxTicker ticker = new FxTicker();
    private final RunLogs logs = new RunLogs(directory);
    private final BackgroundScheduler scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
    private final List<String> saved = new CopyOnWriteArrayList<>();
    private JobEditor editor;
    private Stage owner;
    private WindowTheme theme;

    @Start
    void open(Stage stage) {
        owner = stage;
        theme = new WindowTheme(Theme.LIGHT);
        editor = new JobEditor(scheduler, logs, new SecretsFile(new DataDirectory(directory)), () -> Language.ENGLISH, () -> org.carillon.settings.NewJobs.USUAL, BERLIN, InstantSource.fixed(NOW), background, ticker, theme);
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
        editor.create(stage, saved::add);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            theme.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        ticker.close();
        background.close();
        scheduler.close();
    }

    @Test
    void typingACronExpressionShowsItsNextTenRuns(FxRobot robot) {
        typeCron(robot, "30 18 * * 1-5");

        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).isEqualTo("Every weekday at 18:30");
        assertThat(clocks(robot)).hasSize(10).containsOnly("18:30");
        assertThat(texts(robot, "#next .run")).startsWith("Mon 23 Nov").contains("Fri 4 Dec").doesNotContain("Sat 28 Nov");
    }

    @Test
    void allKindsOfSimpleSchedulesStandInOneRow(FxRobot robot) {
        robot.interact(() -> robot.lookup("#often").query().getScene().getWindow().setWidth(NARROW));
        WaitForAsyncUtils.waitForFxEvents();

        Set<Node> pills = robot.lookup("#often .toggle-button").queryAll();
        assertThat(pills).hasSize(6);
        assertThat(pills).extracting(Node::getLayoutY).containsOnly(0.0);
    }

    @Test
    void plainWordsAreOfferedAsAScheduleAndTakenWithEnter(FxRobot robot) {
        robot.clickOn("#sentence").write("last friday 18:30");
        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).isEqualTo("Every day at 09:00");
        robot.push(KeyCode.ENTER);

        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).contains("last Friday").contains("18:30");
        assertThat(clocks(robot)).hasSize(10).containsOnly("18:30");
    }

    @Test
    void partsAreCombinedAndTheOthersFollow(FxRobot robot) {
        robot.clickOn("#mode-combine");
        robot.clickOn("#addPart");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".part").queryAll()).hasSize(2);
        robot.clickOn(robot.lookup(".part #time").match(NodeQueryUtils.isVisible()).<TextField>query()).eraseText(5).write("18:00");
        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).contains("09:00").contains("18:00");
        assertThat(clocks(robot)).hasSize(10).containsOnly("09:00", "18:00");
    }

    @Test
    void aMistakeIsUnderlinedNamedAndMendedWithOneClick(FxRobot robot) {
        typeCron(robot, "0 9 * * MONDAY");
        robot.clickOn("#name");

        assertThat(robot.lookup("#problem").queryAs(Label.class).getText()).contains("MONDAY").contains("day of week");
        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).isEqualTo("The schedule has a mistake");
        robot.clickOn(".mend");

        assertThat(robot.lookup("#cron").queryAs(TextField.class).getText()).isEqualTo("0 9 * * MON");
        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).isEqualTo("Every Monday at 09:00");
        assertThat(robot.lookup("#problem").queryAs(Label.class).isVisible()).isFalse();
    }

    @Test
    void whoIsStillTypingSeesNoError(FxRobot robot) {
        typeCron(robot, "0 9 * *");

        assertThat(robot.lookup("#problem").queryAs(Label.class).isVisible()).isFalse();
        assertThat(button(robot, "#save").isDisabled()).isTrue();
    }

    @Test
    void saveIsOffWhileSomethingIsWrongAndOnWhenNothingIs(FxRobot robot) {
        assertThat(button(robot, "#save").isDisabled()).isTrue();

        robot.clickOn("#name").write("Hello");
        robot.clickOn("#line").write("echo hello");
        assertThat(button(robot, "#save").isDisabled()).isFalse();

        robot.clickOn("#time").eraseText(5).write("25:00");
        assertThat(button(robot, "#save").isDisabled()).isTrue();
        assertThat(robot.lookup("#timeProblem").queryAs(Label.class).getText()).contains("25:00");
    }

    @Test
    void savingAddsTheJob(FxRobot robot) {
        robot.clickOn("#name").write("Say hello");
        assertThat(robot.lookup("#id").queryAs(Label.class).getText()).endsWith("say-hello");
        robot.clickOn("#line").write("echo hello");
        robot.clickOn("#save");

        await().until(() -> saved.equals(List.of("say-hello")));
        Job job = scheduler.job("say-hello").map(JobStatus::job).orElseThrow();
        assertThat(job.name()).isEqualTo("Say hello");
        assertThat(((CommandAction) job.action()).command()).isEqualTo(new CommandLine.ShellLine("echo hello", null));
        assertThat(job.trigger()).isEqualTo(CronTrigger.parse("0 9 * * *", null, new TriggerDefaults(BERLIN, NOW, "x")));
        await().until(() -> editorWindow().isEmpty());
    }

    @Test
    void aJobGoesToAnExecutorThatTheSettingsHave(FxRobot robot) {
        scheduler.addExecutor(ExecutorSpec.of("reports", 2));
        scheduler.add(STORED);
        reopen(robot, STORED);
        ComboBox<String> executor = robot.lookup("#executor").queryComboBox();
        await().until(() -> executor.getItems().contains("reports"));

        robot.interact(() -> executor.setValue("reports"));
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);

        await().until(() -> scheduler.job("backup").orElseThrow().job().executor().equals("reports"));
    }

    @Test
    void enterSavesFromASingleLine(FxRobot robot) {
        robot.clickOn("#line").write("echo hello");
        robot.clickOn("#name").write("Entered").press(KeyCode.ENTER).release(KeyCode.ENTER);

        await().until(() -> saved.equals(List.of("entered")));
    }

    @Test
    void tryingToSaveTooEarlyGoesToTheFirstWrongField(FxRobot robot) {
        robot.clickOn("#line").write("echo hello");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);

        assertThat(focused(robot)).isEqualTo("name");
        assertThat(robot.lookup("#nameProblem").queryAs(Label.class).isVisible()).isTrue();
        assertThat(scheduler.jobs()).isEmpty();
    }

    @Test
    void theKeyboardGoesThroughTheForm(FxRobot robot) {
        robot.clickOn("#often-every").push(KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.A).write("20");

        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).isEqualTo("Every 20 minutes");
        robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.RIGHT);

        assertThat(robot.lookup("#words").queryAs(Label.class).getText()).isEqualTo("Every day at 09:00");
    }

    @Test
    void aZoneIsFoundByTyping(FxRobot robot) {
        robot.clickOn("#zone").push(KeyCode.CONTROL, KeyCode.A).write("shang").push(KeyCode.ENTER);

        assertThat(texts(robot, ".badge")).anyMatch(text -> text.contains("Asia/Shanghai"));
        assertThat(texts(robot, "#next .quiet.clock")).hasSize(10).containsOnly("02:00");
    }

    @Test
    void escapeClosesAFormThatNobodyTouched(FxRobot robot) {
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        await().until(() -> editorWindow().isEmpty());
    }

    @Test
    void escapeAsksBeforeAnythingIsLost(FxRobot robot) {
        robot.clickOn("#name").write("Precious");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        robot.clickOn("Keep editing");
        assertThat(editorWindow()).isPresent();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Discard");

        await().until(() -> editorWindow().isEmpty());
        assertThat(scheduler.jobs()).isEmpty();
    }

    @Test
    void aTestRunStreamsItsOutputWithoutSaving(FxRobot robot) {
        robot.clickOn("#line").write("echo tested");
        robot.clickOn("#test");

        ListView<?> lines = robot.lookup("#lines").queryListView();
        await().until(() -> lines.getItems().size() == 1);
        await().until(() -> robot.lookup("#state").queryAs(Label.class).getText().startsWith("Succeeded")
                || robot.lookup("#state").queryAs(Label.class).getText().startsWith("ok"));
        assertThat(scheduler.jobs()).isEmpty();
    }

    @Test
    void aScriptIsEditedAndSaved(FxRobot robot) {
        robot.clickOn("#name").write("Scripted");
        robot.clickOn("#kind-script");
        robot.interact(() -> robot.lookup("#script-text").queryAs(CodeArea.class).setText("for i in 1 2\ndo echo $i; done"));
        assertThat(button(robot, "#save").isDisabled()).isFalse();
        robot.interact(() -> button(robot, "#save").fire());
        await().atMost(Duration.ofSeconds(30)).until(() -> saved.equals(List.of("scripted")));
        assertThat(scheduler.job("scripted").map(JobStatus::job).map(Job::action))
                .contains(ScriptAction.of(ScriptLanguage.BASH, "for i in 1 2\ndo echo $i; done"));
    }

    @Test
    void editingReplacesTheJobAndLeavesItPausedIfItWasPausedMeanwhile(FxRobot robot) {
        scheduler.add(STORED);
        reopen(robot, STORED);
        scheduler.pause("backup");

        robot.clickOn("#name").eraseText(6).write("Renamed");
        robot.clickOn("#save");

        await().until(() -> saved.equals(List.of("backup")));
        assertThat(scheduler.job("backup").map(JobStatus::job)).contains(STORED.withName("Renamed").withEnabled(false));
    }

    @Test
    void anIdThatSomebodyTookMeanwhileIsNumbered(FxRobot robot) {
        robot.clickOn("#name").write("Backup");
        robot.clickOn("#line").write("echo hello");
        scheduler.add(STORED);
        robot.clickOn("#save");

        await().until(() -> saved.equals(List.of("backup-2")));
        assertThat(scheduler.jobs()).extracting(JobStatus::id).containsExactlyInAnyOrder("backup", "backup-2");
    }

    private void reopen(FxRobot robot, Job job) {
        robot.interact(() -> editorWindow().ifPresent(Window::hide));
        robot.interact(() -> editor.edit(owner, job, saved::add));
    }

    private Optional<Window> editorWindow() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof Stage stage && stage != owner && stage.getScene().lookup(".job-editor") != null)
                .findFirst();
    }

    private static void typeCron(FxRobot robot, String expression) {
        robot.clickOn("#mode-cron");
        robot.clickOn("#cron").push(KeyCode.CONTROL, KeyCode.A).write(expression);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Button button(FxRobot robot, String query) {
        return robot.lookup(query).queryButton();
    }

    private static List<String> clocks(FxRobot robot) {
        return texts(robot, "#next .clock");
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private static String focused(FxRobot robot) {
        Set<String> ids = robot.lookup((Node node) -> node.isFocused()).queryAll().stream().map(Node::getId).collect(Collectors.toSet());
        return ids.stream().filter(id -> id != null).findFirst().orElse("");
    }
}
