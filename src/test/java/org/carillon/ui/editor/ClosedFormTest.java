package org.carillon.ui.editor;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.log.RunLogs;
import org.carillon.message.Language;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.NewJobs;
import org.carillon.settings.SecretsFile;
import org.carillon.settings.Theme;
import org.carillon.ui.fx.FxBackground;
import org.carillon.ui.fx.FxTicker;
import org.carillon.ui.theme.WindowTheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** What is left of a form that was closed. Without a robot, which remembers where it was. */
class ClosedFormTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aFormThatIsClosedIsForgottenWhole() throws TimeoutException {
        RunLogs logs = new RunLogs(directory);
        try (BackgroundScheduler scheduler = BackgroundScheduler.builder().logs(logs).build(); FxBackground background = new FxBackground();
                FxTicker ticker = new FxTicker()) {
            AtomicReference<WindowTheme> theme = new AtomicReference<>();
            FxToolkit.setupFixture(() -> theme.set(new WindowTheme(Theme.LIGHT)));
            JobEditor editor = new JobEditor(scheduler, logs, new SecretsFile(new DataDirectory(directory)), () -> Language.ENGLISH, () -> NewJobs.USUAL,
                    ZoneOffset.UTC, InstantSource.fixed(Instant.EPOCH), background, ticker, theme.get());
            WeakReference<Scene> form = writeScriptAndClose(editor);
            // The editor of scripts remembers the last line that it drew, wherever that was.
            writeScriptAndClose(editor);
            FxToolkit.setupFixture(theme.get()::close);

            await().atMost(Duration.ofSeconds(60)).until(() -> {
                System.gc();
                return form.refersTo(null);
            });
        }
    }

    private static WeakReference<Scene> writeScriptAndClose(JobEditor editor) throws TimeoutException {
        FxToolkit.setupFixture(() -> editor.create(null, saved -> { }));
        WeakReference<Scene> form = new WeakReference<>(Window.getWindows().getLast().getScene());
        FxToolkit.setupFixture(() -> {
            Parent view = form.get().getRoot();
            ((ToggleButton) view.lookup("#kind-script")).fire();
            CodeArea script = (CodeArea) view.lookup("#script-text");
            script.requestFocus();
            script.appendText("echo hello");
            script.selectAll();
        });
        FxToolkit.setupFixture(() -> form.get().getWindow().hide());
        return form;
    }
}
