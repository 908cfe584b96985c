package org.carillon.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.KeepRule;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.settings.Accent;
import org.carillon.settings.Settings;
import org.carillon.settings.SettingsFile;
import org.carillon.settings.Theme;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.dialogs.ScriptedDialogs;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.LiveScheduler;
import org.carillon.ui.theme.WindowTheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every page of the settings, with a real scheduler and a real settings file. */
@ExtendWith(ApplicationExtension.class)
class SettingsWindowTest {
    @TempDir
    static Path directory;

    private final RecordingDesk desk = new RecordingDesk();
    private final FxBackground background = new FxBackground();
    private SettingsFile file;
    private volatile Settings settings = Settings.DEFAULT.withLanguage(Language.ENGLISH);
    private BackgroundScheduler scheduler;
    private WindowTheme theme;
    private SettingsWindow window;

    @Start
    void open(Stage stage) throws IOException {
        file = new SettingsFile(Files.createTempDirectory(directory, "data").resolve("settings.json"));
        scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(RunLogs.none()).build();
        scheduler.start();
        theme = new WindowTheme(Theme.LIGHT);
        SettingsStore store = new SettingsStore() {
            @Override
            public Settings now() {
                return settings;
            }

            @Override
            public void change(UnaryOperator<Settings> change) {
                settings = change.apply(settings);
                file.write(settings);
            }
        };
        window = new SettingsWindow(store, desk, scheduler, background, new ScriptedDialogs(), theme, InstantSource.system(), LiveScheduler.ZONE,
                () -> settings.language());
        // Shared by all tests: what the test before left in it is not to matter.
        stage.setScene(new Scene(new Pane()));
        stage.show();
        window.show(stage, null);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.close();
            theme.close();
        });
        scheduler.close();
        background.close();
    }

    @Test
    void everyPageOpensInBothLanguages(FxRobot robot) {
        for (Language language : Language.values()) {
            settings = settings.withLanguage(language);
            robot.interact(window::rebuild);
            for (SettingsWindow.Page page : SettingsWindow.Page.values()) {
                open(robot, page);
                assertThat(robot.lookup(".settings-heading").<Labeled>query().getText()).isNotBlank();
            }
        }
    }

    @Test
    void whatIsWrittenIsKeptWhileItIsRightAndSaidToBeWrongOtherwise(FxRobot robot) {
        open(robot, SettingsWindow.Page.RETENTION);
        write(robot, "#settings-keep-runs", "25");
        assertThat(file.read().retention().runs()).isEqualTo(25);
        write(robot, "#settings-keep-runs", "none");
        assertThat(file.read().retention().runs()).isEqualTo(25);
        assertThat(robot.lookup(".problem-label").queryAllAs(Labeled.class)).anyMatch(Labeled::isVisible);
        write(robot, "#settings-keep-days", "30");
        assertThat(file.readRetention().time()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void oneLimitIsChangedOrTakenAwayAndTheOthersStay(FxRobot robot) {
        open(robot, SettingsWindow.Page.RETENTION);
        write(robot, "#settings-keep-megabytes", "50");
        write(robot, "#settings-keep-runs", "25");
        write(robot, "#settings-keep-days", "30");
        assertThat(file.read().retention()).isEqualTo(new KeepRule(25, Duration.ofDays(30), 50, 10_240));
        write(robot, "#settings-keep-runs", "");
        write(robot, "#settings-total-megabytes", "");
        assertThat(file.read().retention()).isEqualTo(new KeepRule(null, Duration.ofDays(30), 50, null));
    }

    @Test
    void executorsAreAddedAndChangedWhileTheSchedulerRuns(FxRobot robot) {
        open(robot, SettingsWindow.Page.EXECUTORS);
        write(robot, "#settings-executor-name", "reports");
        robot.interact(() -> robot.lookup("#settings-executor-add").queryButton().fire());
        until(() -> robot.lookup("#settings-size-reports").tryQuery().isPresent());
        write(robot, "#settings-size-reports", "3");
        until(() -> scheduler.executors().stream().anyMatch(each -> each.name().equals("reports") && each.size() == 3));
    }

    @Test
    void aTestOfAChannelSaysHowItWent(FxRobot robot) {
        open(robot, SettingsWindow.Page.NOTICES);
        desk.problem = Message.of("notify.desktopFailed", "nobody listens");
        robot.interact(() -> robot.lookup("#settings-test-desktop").queryButton().fire());
        until(() -> robot.lookup("The desktop did not show it: nobody listens").tryQuery().isPresent());
        desk.problem = null;
        robot.interact(() -> robot.lookup("#settings-test-desktop").queryButton().fire());
        until(() -> robot.lookup("It arrived.").tryQuery().isPresent());
        write(robot, "#settings-mail-to", "a@example.org, b@example.org");
        assertThat(file.read().notices().mail().to()).containsExactly("a@example.org", "b@example.org");
        write(robot, "#notice-every", "10");
        assertThat(file.read().notices().rule().everyFailures()).isEqualTo(10);
        robot.interact(() -> robot.lookup("#settings-webhook-add").queryButton().fire());
        write(robot, "#settings-url-webhook-1", "https://example.org/hook");
        assertThat(file.read().notices().webhooks()).singleElement().satisfies(hook -> assertThat(hook.url()).isEqualTo("https://example.org/hook"));
    }

    @Test
    void startOnLoginIsSwitched(FxRobot robot) {
        open(robot, SettingsWindow.Page.GENERAL);
        until(() -> !robot.lookup("#settings-login").<CheckBox>query().isDisabled());
        robot.interact(() -> robot.lookup("#settings-login").<CheckBox>query().setSelected(true));
        until(() -> desk.done.contains("login true hidden"));
    }

    @Test
    void theKeyOfTheSecretsIsMovedBeforeThatIsKept(FxRobot robot) {
        open(robot, SettingsWindow.Page.GENERAL);
        until(() -> !robot.lookup("#settings-keyring").<CheckBox>query().isDisabled());
        assertThat(robot.lookup("#settings-keyring").<CheckBox>query().isSelected()).isFalse();
        robot.interact(() -> robot.lookup("#settings-keyring").<CheckBox>query().fire());
        until(() -> file.read().keyring());
        assertThat(desk.done).contains("keyring true");
    }

    @Test
    void aBackupIsMadeAndListed(FxRobot robot) {
        open(robot, SettingsWindow.Page.BACKUPS);
        until(() -> robot.lookup("There is none yet.").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#settings-backup-now").queryButton().fire());
        until(() -> robot.lookup("Restore…").tryQuery().isPresent());
        write(robot, "#settings-backup-hours", "6");
        assertThat(file.read().backups().every()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void theAccentIsChosen(FxRobot robot) {
        open(robot, SettingsWindow.Page.APPEARANCE);
        robot.interact(() -> robot.lookup("#settings-accent-green").<ToggleButton>query().fire());
        assertThat(file.read().appearance().accent()).isEqualTo(Accent.GREEN);
        robot.interact(() -> robot.lookup("#settings-theme-high-contrast").<ToggleButton>query().fire());
        assertThat(file.read().theme()).isEqualTo(Theme.HIGH_CONTRAST);
    }

    private static void open(FxRobot robot, SettingsWindow.Page page) {
        robot.interact(() -> robot.lookup("#settings-pages").<ListView<SettingsWindow.Page>>query().getSelectionModel().select(page));
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).<TextField>query().setText(text));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
