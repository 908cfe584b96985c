package org.carillon.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The least that a program with a window can be: a line and a button in Carillon's theme. Says how long its start took as Carillon
 * does, in the file that it is given. Compiled and started by {@link StartTimes}.
 */
public final class BareWindow extends Application {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 740;

    private Path log;

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void init() {
        log = Path.of(getParameters().getRaw().getFirst());
    }

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(new VBox(new Label("Nothing yet"), new Button("Close")), WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.setTitle("Bare");
        stage.setOnShown(_ -> scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                ProcessHandle.current().info().startInstant().ifPresent(BareWindow.this::say);
            }
        }));
        stage.show();
    }

    private void say(Instant began) {
        try {
            Files.writeString(log, "The window is there, " + Duration.between(began, Instant.now()).toMillis() + " ms after the process began\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
