package org.carillon.app;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the program's log how long the start took, until the window was there and laid out for the first time, and until everything was
 * in it. Both at the end: at the first of the two there may be no log yet. For the FX thread alone.
 */
final class StartLine implements EventHandler<WindowEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StartLine.class);
    private static final long PATIENCE_SECONDS = 2;

    private final Stage stage;
    private final CompletableFuture<Void> seen = new CompletableFuture<>();
    private long there = -1;

    StartLine(Stage stage) {
        this.stage = stage;
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, this);
    }

    @Override
    public void handle(WindowEvent shown) {
        stage.removeEventHandler(WindowEvent.WINDOW_SHOWN, this);
        afterLayout(() -> {
            there = sinceStart();
            seen.complete(null);
        });
    }

    /** Does this when the window has been laid out for the first time, so that whoever started the program sees it before; waits for that not for ever. */
    void whenThere(Runnable then) {
        seen.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).thenRunAsync(then, Platform::runLater);
    }

    /** Everything has been put in; nothing is said of a window that begins hidden. @param then is done when that is to be seen */
    void fill(Runnable then) {
        if (stage.isShowing()) {
            afterLayout(() -> {
                tell();
                then.run();
            });
        } else {
            then.run();
        }
    }

    private void tell() {
        LOG.info("The window is there, {} ms after the process began", there);
        LOG.info("Everything is in the window, {} ms after the process began", sinceStart());
    }

    private void afterLayout(Runnable what) {
        Scene scene = stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                what.run();
            }
        });
    }

    private static long sinceStart() {
        return ProcessHandle.current().info().startInstant().map(began -> Duration.between(began, Instant.now()).toMillis()).orElse(-1L);
    }
}
