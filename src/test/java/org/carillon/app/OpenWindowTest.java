package org.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.carillon.settings.DataDirectory;
import org.carillon.ui.fx.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** A mistake of the program, wherever it is made, is shown in a window and kept in the program's log. */
class OpenWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path root;

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private DataDirectory directory;
    private Instance instance;
    private OpenWindow window;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openTheWindow() {
        directory = new DataDirectory(root.resolve("data"));
        instance = Instance.start(directory, _ -> { }, new RunningProgram(_ -> true, () -> { }));
        onTheWindowsThread(() -> {
            window = new OpenWindow(instance, directory, WindowFrame.shown(instance.settings(), directory), new FxBackground(), () -> { }, () -> { });
            window.show(false);
        });
    }

    @AfterEach
    void closeIt() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        instance.close();
        onTheWindowsThread(() -> {
            window.exit();
            report().map(TextArea::getScene).ifPresent(scene -> scene.getWindow().hide());
        });
        ProgramLog.silence();
    }

    @Test
    void aMistakeOnTheThreadOfTheWindowIsShownAndLogged() {
        Platform.runLater(() -> {
            throw new IllegalStateException("made on the window's thread");
        });

        seeIn("made on the window's thread", "JavaFX Application Thread");
    }

    @Test
    void aMistakeOnAnyOtherThreadIsShownAndLogged() {
        Thread.ofPlatform().name("somewhere-else").start(() -> {
            throw new IllegalStateException("made elsewhere");
        });

        seeIn("made elsewhere", "somewhere-else");
    }

    private static void onTheWindowsThread(Runnable what) {
        CompletableFuture.runAsync(what, Platform::runLater).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void seeIn(String mistake, String thread) {
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilAsserted(() -> assertThat(report().map(TextArea::getText).orElse("")).contains(mistake, thread));
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilAsserted(() -> assertThat(log()).contains(mistake));
    }

    private static Optional<TextArea> report() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).map(each -> each.getScene().lookup("#crash-report"))
                .filter(TextArea.class::isInstance).map(TextArea.class::cast).findFirst();
    }

    private String log() throws IOException {
        return Files.readString(directory.programLog());
    }
}
