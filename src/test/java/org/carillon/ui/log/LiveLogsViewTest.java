package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.Theme;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.fx.SchedulerFeed;
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

/** The table of all runs' lines as it is drawn. */
@ExtendWith(ApplicationExtension.class)
class LiveLogsViewTest {
    private static final int RUNS = 10;
    /** So many lines of a run that had ended before are shown. */
    private static final int LINES_EACH = 20;
    private static final int LINES = RUNS * LINES_EACH;

    @TempDir
    static Path directory;

    private final FxBackground background = new FxBackground();
    private final FxTicker ticker = new FxTicker();
    private BackgroundScheduler scheduler;
    private LiveLogsViewModel model;
    private WindowTheme theme;

    @Start
    void open(Stage stage) throws Exception {
        RunLogs logs = new RunLogs(Files.createTempDirectory(directory, "logs"));
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build();
        scheduler.start();
        scheduler.add(LiveScheduler.yearly("count", "Count",
                IntStream.rangeClosed(1, LINES_EACH).mapToObj(number -> "echo " + number).collect(Collectors.joining("; "))));
        for (int run = 0; run < RUNS; run++) {
            scheduler.await(scheduler.start("count"), Duration.ofSeconds(30));
        }
        TimeWords times = new TimeWords(Language.ENGLISH, LiveScheduler.ZONE);
        model = new LiveLogsViewModel(scheduler, logs, new SchedulerFeed(scheduler, background, ticker), background, ticker, times);
        Parent root = Views.load(new LiveLogsController(model, new LogDesk(null, null, null), run -> { }), Language.ENGLISH);
        Scene scene = new Scene(root, 900, 400);
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

    private static int lastInSight(FxRobot robot) {
        IndexedCell<?> last = robot.lookup("#live-log .virtual-flow").<VirtualFlow<?>>query().getLastVisibleCell();
        return last == null ? -1 : last.getIndex();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            WaitForAsyncUtils.waitForFxEvents();
            return WaitForAsyncUtils.asyncFx(condition).get();
        });
    }

    private static void wheel(FxRobot robot, double up) {
        TableView<?> table = robot.lookup("#live-log").query();
        robot.interact(() -> table.lookup(".virtual-flow .sheet").fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false, false,
                false, 0, up, 0, up, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    @Test
    void rowsAreCopiedWithJobAndRunAndTheTextGrows(FxRobot robot) throws Exception {
        until(() -> model.lines().size() == LINES);
        @SuppressWarnings("unchecked")
        TableView<LiveLine> table = robot.lookup("#live-log").queryAs(TableView.class);
        WaitForAsyncUtils.asyncFx(() -> {
            Clipboard.getSystemClipboard().clear();
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        LiveLine line = model.lines().getFirst();
        until(() -> Clipboard.getSystemClipboard().hasString());
        assertThat(WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get())
                .endsWith("\t" + line.run().jobName() + "\t#" + line.run().id() + "\tout\t" + line.line().text());
        double before = table.getFixedCellSize();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(table.getFixedCellSize()).isGreaterThan(before);
    }

    @Test
    void itOpensAtTheNewestLine(FxRobot robot) {
        until(() -> model.lines().size() == LINES);
        until(() -> lastInSight(robot) == LINES - 1);
        assertThat(model.following().get()).isTrue();
    }

    @Test
    void scrollingUpFreezesItAndAButtonOrScrollingDownToTheEndFollowsAgain(FxRobot robot) {
        until(() -> lastInSight(robot) == LINES - 1);
        wheel(robot, 200);
        until(() -> lastInSight(robot) < LINES - 1);
        assertThat(model.following().get()).isFalse();
        Button follow = robot.lookup("#live-new-lines").queryButton();
        assertThat(follow.isVisible()).isTrue();
        robot.interact(follow::fire);
        until(() -> lastInSight(robot) == LINES - 1);
        assertThat(model.following().get()).isTrue();
        assertThat(follow.isVisible()).isFalse();
        wheel(robot, 200);
        until(() -> lastInSight(robot) < LINES - 1);
        until(() -> {
            wheel(robot, -200);
            return model.following().get();
        });
        until(() -> lastInSight(robot) == LINES - 1);
    }

    @Test
    void keysLeadAwayFromTheEndAndBack(FxRobot robot) {
        until(() -> lastInSight(robot) == LINES - 1);
        robot.interact(() -> robot.lookup("#live-log").query().requestFocus());
        robot.type(KeyCode.HOME);
        until(() -> lastInSight(robot) < LINES - 1 && !model.following().get());
        robot.type(KeyCode.END);
        until(() -> lastInSight(robot) == LINES - 1 && model.following().get());
    }

    @Test
    void whatIsLookedForIsMarkedAmongAllLinesAndKeysGoFromMatchToMatch(FxRobot robot) {
        until(() -> lastInSight(robot) == LINES - 1);
        TextField find = robot.lookup("#live-find").queryAs(TextField.class);
        robot.interact(() -> {
            find.requestFocus();
            find.setText("^1[37]$");
            robot.lookup("#live-matches-only").queryAs(ToggleButton.class).fire();
            robot.lookup("#live-regex").queryAs(ToggleButton.class).fire();
        });
        Label matches = robot.lookup("#live-matches").queryAs(Label.class);
        until(() -> matches.getText().equals("20 matches"));
        robot.type(KeyCode.ENTER);
        until(() -> matches.getText().equals("1 of 20"));
        TableView<LiveLine> table = robot.lookup("#live-log").queryTableView();
        assertThat(table.getSelectionModel().getSelectedItem().line().text()).isEqualTo("13");
        assertThat(lastInSight(robot)).isLessThan(LINES - 1);
        robot.interact(table::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        until(() -> matches.getText().equals("20 of 20"));
        until(() -> lastInSight(robot) >= LINES - LINES_EACH);
        assertThat(model.lines()).hasSize(LINES);
    }

    @Test
    void aSearchThatTriesForEverIsSaidAndCanBeCancelled(FxRobot robot) throws InterruptedException {
        scheduler.add(LiveScheduler.yearly("slow", "Slow", "head -c 2000 /dev/zero | tr '\\000' x; echo"));
        scheduler.await(scheduler.start("slow"), Duration.ofSeconds(30));
        until(() -> model.lines().size() == LINES + 1);
        robot.interact(() -> {
            robot.lookup("#live-regex").queryAs(ToggleButton.class).fire();
            robot.lookup("#live-find").queryAs(TextField.class).setText("(x+x+)+y");
        });
        Button cancel = robot.lookup("#live-cancel").queryButton();
        until(() -> model.find().searching().get() && cancel.getParent().isVisible());
        robot.interact(cancel::fire);
        until(() -> !cancel.getParent().isVisible());
        robot.interact(() -> robot.lookup("#live-find").queryAs(TextField.class).setText("x+"));
        until(() -> model.find().count().get() == 1);
    }

    @Test
    void theBarThatALongLineBringsDoesNotLieOverTheNewestLine(FxRobot robot) throws InterruptedException {
        until(() -> lastInSight(robot) == LINES - 1);
        scheduler.add(LiveScheduler.yearly("long", "Long", "head -c 500 /dev/zero | tr '\\000' x; echo"));
        scheduler.await(scheduler.start("long"), Duration.ofSeconds(30));
        until(() -> model.lines().size() == LINES + 1);
        Node bar = robot.lookup("#live-log .virtual-flow > .scroll-bar").match(node -> ((ScrollBar) node).getOrientation() == Orientation.HORIZONTAL).query();
        until(() -> bar.isVisible() && lastInSight(robot) == LINES);
        VirtualFlow<?> flow = robot.lookup("#live-log .virtual-flow").query();
        untilNewestIsInSight(flow, bar);
        robot.interact(() -> model.active().set(false));
        robot.interact(() -> model.active().set(true));
        until(() -> bar.isVisible() && model.lines().size() >= 200);
        untilNewestIsInSight(flow, bar);
    }

    private void untilNewestIsInSight(VirtualFlow<?> flow, Node bar) {
        until(() -> flow.getLastVisibleCell().getIndex() == model.lines().size() - 1
                && flow.getLastVisibleCell().localToScene(flow.getLastVisibleCell().getBoundsInLocal()).getMaxY()
                <= bar.localToScene(bar.getBoundsInLocal()).getMinY() + 1);
    }

    @Test
    void aLongLineIsFoldedAndAKeyShowsItWhole(FxRobot robot) throws InterruptedException {
        scheduler.add(LiveScheduler.yearly("long", "Long", "head -c 20000 /dev/zero | tr '\\000' x; echo the end"));
        scheduler.await(scheduler.start("long"), Duration.ofSeconds(30));
        until(() -> model.lines().size() == LINES + 1);
        TableView<LiveLine> table = robot.lookup("#live-log").queryTableView();
        until(() -> shows(robot, "show all") && !shows(robot, "the end"));
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(LINES);
        });
        robot.type(KeyCode.SPACE);
        until(() -> shows(robot, "the end"));
        robot.interact(() -> table.getSelectionModel().clearAndSelect(LINES));
        robot.type(KeyCode.SPACE);
        until(() -> shows(robot, "show all") && !shows(robot, "the end"));
    }

    private static boolean shows(FxRobot robot, String text) {
        return texts(robot.lookup("#live-log").query()).anyMatch(shown -> shown.getText().contains(text));
    }

    private static Stream<Text> texts(Node node) {
        return !node.isVisible() ? Stream.of() : node instanceof Text text ? Stream.of(text)
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(LiveLogsViewTest::texts) : Stream.of();
    }
}
