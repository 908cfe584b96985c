package org.carillon.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.JobStatus;
import org.carillon.interchange.InterchangeException;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.Theme;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.dialogs.Answer;
import org.carillon.ui.dialogs.ScriptedDialogs;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.theme.WindowTheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The import dialog on a real screen, with a real scheduler behind it. */
@ExtendWith(ApplicationExtension.class)
class JobImportTest {
    @TempDir
    private static Path directory;

    private final FxBackground background = new FxBackground();
    private final BackgroundScheduler scheduler =
            BackgroundScheduler.builder().store(new MemoryJobStore()).logs(new RunLogs(directory)).build();
    private WindowTheme theme;
    private Stage owner;

    @Start
    void open(Stage stage) {
        owner = stage;
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
        theme = new WindowTheme(Theme.LIGHT);
        new JobImport(scheduler, () -> "0 3 * * * rsync -a /data/ /backup/\n61 4 * * * echo x\n*/5 * * * * date\n", () -> Language.ENGLISH,
                ZoneId.of("Europe/Berlin"), InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")), background, theme).importCrontab(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            theme.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        background.close();
        scheduler.close();
    }

    @Test
    void itSaysLineByLineWhatBecomesOfIt(FxRobot robot) {
        awaitDialog(robot);

        assertThat(texts(robot, ".import-good")).anyMatch(text -> text.contains("Every day at 03:00")).anyMatch(text -> text.contains("Every 5 minutes"));
        assertThat(texts(robot, ".import-refused")).singleElement().asString().contains("61").contains("minute");
    }

    @Test
    void confirmingImportsWhatIsChosen(FxRobot robot) {
        awaitDialog(robot);

        robot.clickOn("#confirm");

        await().until(() -> scheduler.jobs().size() == 2);
        assertThat(scheduler.jobs()).extracting(JobStatus::job).allMatch(job -> job.enabled());
        await().until(() -> robot.lookup("#confirm").tryQuery().isEmpty());
    }

    private static void awaitDialog(FxRobot robot) {
        await().until(() -> robot.lookup(".import-good").queryAll().size() == 2);
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    @Test
    void withoutACrontabFilesAreOfferedInstead(FxRobot robot) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.crontab"), "0 3 * * * rsync -a /data/ /backup/\n*/5 * * * * date\n");
        ScriptedDialogs dialogs = new ScriptedDialogs().answer(Answer.Kind.DEFAULT);
        dialogs.files.add(file);
        awaitDialog(robot);
        robot.interact(() -> List.copyOf(Window.getWindows()).stream().filter(window -> window != owner).forEach(Window::hide));

        robot.interact(() -> new JobImport(scheduler, () -> {
            throw new InterchangeException(Message.of("interchange.crontab.noProgram", "crontab"));
        }, () -> Language.ENGLISH, ZoneId.of("Europe/Berlin"), InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")), background, theme,
                window -> dialogs).importCrontab(owner));

        awaitDialog(robot);
        assertThat(dialogs.asked).singleElement().matches(question -> question.text().contains("crontab"));
        assertThat(texts(robot, ".import-good")).anyMatch(text -> text.contains("Every day at 03:00"));
    }
}
