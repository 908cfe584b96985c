package org.carillon.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.carillon.desktop.awt.AppleFiles;

/**
 * What JavaFX is started for. Desktops know the program's windows by the name of this class, which is why the entry in their menus says it,
 * too ({@code StartupWMClass}). Windows come and go without it: see {@link DesktopWindow}.
 */
public final class DesktopApplication extends Application {
    /** Of the class, because JavaFX makes the only object of it. */
    private static final CompletableFuture<Boolean> STARTED = new CompletableFuture<>();

    private static final AtomicBoolean PREPARED = new AtomicBoolean();

    /** Begins to start the toolkit, and returns at once. */
    static void prepare() {
        if (PREPARED.getAndSet(true)) {
            return;
        }
        AppleFiles.expect(System.getProperty("os.name"));
        Thread.ofPlatform().daemon().name("carillon-toolkit").start(() -> {
            try {
                launch(DesktopApplication.class);
            } catch (UnsupportedOperationException e) {
                STARTED.complete(false);
            } catch (RuntimeException e) {
                STARTED.completeExceptionally(e);
            }
        });
    }

    /** Starts the toolkit, and returns when that is done. @return whether there is a display */
    static boolean begin() {
        prepare();
        return STARTED.join();
    }

    @Override
    public void start(Stage unused) {
        Platform.setImplicitExit(false);
        STARTED.complete(true);
    }
}
