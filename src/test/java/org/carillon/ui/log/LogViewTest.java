package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.LogLine;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.Theme;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.dialogs.ScriptedDialogs;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.fx.SchedulerFeed;
import org.carillon.ui.fx.TickingClock;
import org.carillon.ui.fx.Views;
import org.carillon.ui.theme.TimeWords;
import org.carillon.ui.theme.WindowTheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The log table as it is drawn. */
@ExtendWith(ApplicationExtension.class)
class LogViewTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    static Path directory;

    private final FxBackground background = new FxBackground();
    private final FxTicker ticker = new FxTicker();
    private final ScriptedDialogs notices = new ScriptedDialogs();
    private RunLogs logs;
    private BackgroundScheduler scheduler;
    private LogViewModel model;
    private long shown;
    private WindowTheme theme;

    @Start
    void open(Stage stage) throws Exception {
        logs = new RunLogs(Files.createTempDirectory(directory, "logs"));
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
        model = new LogViewModel(new RunLogSource(scheduler, logs), new SchedulerFeed(scheduler, background, ticker), background, ticker,
                new TickingClock(InstantSource.system(), ticker), new TimeWords(Language.ENGLISH, LiveScheduler.ZONE));
        Parent root = Views.load(new LogController(model, new LogDesk(null, notices, null)), Language.ENGLISH);
        Scene scene = new Scene(root, 900, 600);
        theme = new WindowTheme(Theme.LIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        model.active().set(true);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(() -> {
            model.close();
            theme.close();
        });
        WaitForAsyncUtils.waitForFxEvents();
        ticker.close();
        scheduler.close();
        background.close();
    }

    private void show(String printed) {
        long id = ++shown;
        try (RunLogWriter writer = logs.create(id, START)) {
            byte[] bytes = printed.getBytes(StandardCharsets.UTF_8);
            writer.write(LogStream.OUT, START, bytes, 0, bytes.length);
        }
        Run run = Run.queued(id, LiveScheduler.yearly("job", "Job", "true"), START, RunTrigger.SCHEDULE)
                .started(START, 1, "host", "me").ended(RunState.SUCCEEDED, null, START.plusSeconds(1), 0, printed.length());
        WaitForAsyncUtils.asyncFx(() -> model.run().set(run));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            WaitForAsyncUtils.waitForFxEvents();
            return WaitForAsyncUtils.asyncFx(condition).get();
        });
    }

    /** What is drawn of the line with that number, from 0; null if nothing is. */
    private static List<Text> drawn(FxRobot robot, int line) {
        Set<Node> cells = robot.lookup("#log .table-cell").queryAll();
        return cells.stream().filter(LogTextCell.class::isInstance).map(cell -> (IndexedCell<?>) cell)
                .filter(cell -> cell.getIndex() == line && cell.isVisible() && !cell.isEmpty()).findFirst().stream()
                .flatMap(LogViewTest::texts).toList();
    }

    private static Stream<Text> texts(Node node) {
        return node instanceof Text text ? Stream.of(text)
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(LogViewTest::texts) : Stream.of();
    }

    private static String text(FxRobot robot, int line) {
        return drawn(robot, line).stream().map(Text::getText).collect(Collectors.joining());
    }

    private static double middle(Text text) {
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        return bounds.getCenterY();
    }

    @Test
    void colouredTextStandsWherePlainTextDoesAndAColourGoesOnInTheNextLine(FxRobot robot) {
        show("plain\n\u001b[31mred\nstill red\u001b[0m\nplain again\n");
        until(() -> text(robot, 3).equals("plain again"));
        until(() -> drawn(robot, 1).size() == 1 && drawn(robot, 2).size() == 1);
        double height = middle(drawn(robot, 3).getFirst()) - middle(drawn(robot, 0).getFirst());
        assertThat(middle(drawn(robot, 1).getFirst()) - middle(drawn(robot, 0).getFirst())).isEqualTo(height / 3);
        assertThat(drawn(robot, 1).getFirst().getFill()).isEqualTo(drawn(robot, 2).getFirst().getFill())
                .isNotEqualTo(drawn(robot, 0).getFirst().getFill());
    }

    @Test
    void aLongLineIsFoldedAndAKeyOrAClickShowsItWholeAndFoldsItAgain(FxRobot robot) {
        show("short\n" + "0123456789".repeat(2_000) + "the end\nlast\n");
        until(() -> text(robot, 2).equals("last"));
        until(() -> text(robot, 1).endsWith("show all"));
        assertThat(text(robot, 1)).hasSizeLessThan(1_050).contains("0123456789");
        @SuppressWarnings("unchecked")
        TableView<LogLine> table = robot.lookup("#log").queryAs(TableView.class);
        WaitForAsyncUtils.asyncFx(() -> {
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.SPACE);
        until(() -> text(robot, 1).contains("the end"));
        until(() -> drawn(robot, 1).stream().anyMatch(text -> text.getLayoutBounds().getHeight() > 200));
        WaitForAsyncUtils.asyncFx(() -> table.getSelectionModel().select(1));
        robot.type(KeyCode.SPACE);
        until(() -> text(robot, 1).endsWith("show all"));
    }

    @Test
    void whoCopiesAllThatIsInMemoryOfALongerLogIsTold(FxRobot robot) {
        show("line\n".repeat(5_000));
        until(() -> model.pager().lines().size() > 500);
        robot.interact(() -> robot.lookup("#log").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        until(() -> !notices.told.isEmpty());
        assertThat(notices.told).singleElement().asString().startsWith("Copied the 1,000 lines that are in memory.");
        show("line\n".repeat(3));
        until(() -> model.pager().lines().size() == 3);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        until(() -> Clipboard.getSystemClipboard().getString().equals("line\nline\nline"));
        assertThat(notices.told).hasSize(1);
    }

    @Test
    void goingToAMatchFarBehindInALongLineShowsItAndSaysWhichItIs(FxRobot robot) {
        show("needle\n" + "x".repeat(2_000_000) + "needle and more\nlast\n");
        until(() -> text(robot, 1).endsWith("show all"));
        TextField find = robot.lookup("#log-find").queryAs(TextField.class);
        WaitForAsyncUtils.asyncFx(() -> {
            find.requestFocus();
            find.setText("needle");
        });
        until(() -> model.search().count().get() == 2);
        robot.type(KeyCode.F3);
        until(() -> text(robot, 1).contains("needle and more"));
        Text match = drawn(robot, 1).stream().filter(text -> text.getText().equals("needle")).findFirst().orElseThrow();
        Node table = robot.lookup("#log").query();
        assertThat(table.localToScene(table.getBoundsInLocal()).contains(match.localToScene(match.getBoundsInLocal()))).isTrue();
        assertThat(robot.lookup("#log-matches").queryAs(Label.class).getText()).isEqualTo("2 of 2");
    }

    @Test
    void aFoldedLineSaysThatWhatIsLookedForIsFarBehindInIt(FxRobot robot) {
        show("other " + "x".repeat(2_000_000) + "\n" + "x".repeat(2_000_000) + "needle\nlast\n");
        until(() -> text(robot, 1).endsWith("show all"));
        WaitForAsyncUtils.asyncFx(() -> model.search().text().set("needle"));
        until(() -> model.search().count().get() == 1);
        until(() -> drawn(robot, 1).getLast().getFont().getStyle().contains("Bold"));
        assertThat(drawn(robot, 0).getLast().getFont().getStyle()).doesNotContain("Bold");
    }

    @Test
    void aSearchThatHangsInOneLineIsSeenAndCancelledAndAnotherGoesOn(FxRobot robot) {
        show("x".repeat(2_000) + "\n");
        until(() -> text(robot, 0).endsWith("show all"));
        WaitForAsyncUtils.asyncFx(() -> {
            model.search().regex().set(true);
            model.search().text().set("(x+x+)+y");
        });
        Node cancel = robot.lookup("#log-cancel").query();
        until(() -> cancel.getParent().isVisible());
        WaitForAsyncUtils.asyncFx(() -> ((Button) cancel).fire());
        until(() -> !cancel.getParent().isVisible());
        WaitForAsyncUtils.asyncFx(() -> model.search().text().set("x+$"));
        until(() -> model.search().count().get() == 1);
    }

    @Test
    void theMarkOfALongLineStaysSmallerThanTheLineHoweverOftenItIsDressed(FxRobot robot) {
        show("short\n" + "x".repeat(20_000) + "\nlast\n");
        until(() -> text(robot, 1).endsWith("show all"));
        @SuppressWarnings("unchecked")
        TableView<LogLine> table = robot.lookup("#log").queryAs(TableView.class);
        for (int pass = 0; pass < 8; pass++) {
            WaitForAsyncUtils.asyncFx(() -> {
                robot.lookup("#log .log-fold-icon").queryAll().forEach(icon -> {
                    icon.getStyleClass().add("dressed-again");
                    icon.applyCss();
                });
                table.layout();
            });
            WaitForAsyncUtils.waitForFxEvents();
        }
        Set<Node> marks = robot.lookup("#log .log-fold-icon").queryAll();
        assertThat(marks).isNotEmpty();
        assertThat(marks).extracting(mark -> ((Text) mark).getFont().getFamily()).containsOnly("FeatherIcons");
        assertThat(marks).allSatisfy(mark -> assertThat(mark.getLayoutBounds().getWidth()).isPositive().isLessThanOrEqualTo(table.getFixedCellSize()));
    }
}
