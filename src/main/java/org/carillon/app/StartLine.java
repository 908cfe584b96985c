package org.carillon.app;

import java.time.Duration;
import java.time.Instant;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the program's log how long the start took, until the window was there and laid out for the first time. */
final class StartLine implements EventHandler<WindowEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StartLine.class);

    private final Stage stage;

    StartLine(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void handle(WindowEvent shown) {
        stage.removeEventHandler(WindowEvent.WINDOW_SHOWN, this);
        Scene scene = stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                ProcessHandle.current().info().startInstant().ifPresent(began ->
                        LOG.info("The window is there, {} ms after the process began", Duration.between(began, Instant.now()).toMillis()));
            }
        });
    }
}
