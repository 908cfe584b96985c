package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
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
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        LiveLine line = model.lines().getFirst();
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
}
