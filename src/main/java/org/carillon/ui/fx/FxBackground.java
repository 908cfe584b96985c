package org.carillon.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.carillon.engine.ChangeOrigin;
import org.carillon.job.Origin;

/** Does the work on virtual threads, and tells the FX thread. What it changes of jobs was changed in the window. */
public final class FxBackground implements Background, AutoCloseable {
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("window-", 1).factory());

    @Override
    public <T> void run(Supplier<? extends T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        CompletableFuture.<T>supplyAsync(() -> ChangeOrigin.from(Origin.WINDOW, work::get), threads).handleAsync((result, failure) -> {
            if (failure == null) {
                done.accept(result);
            } else {
                failed.accept(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
            return null;
        }, Platform::runLater).exceptionally(FxBackground::report);
    }

    /** Does this on the FX thread, soon. */
    public void tell(Runnable what) {
        Platform.runLater(what);
    }

    /** What the FX thread itself threw while it was told: a mistake in the program, for its uncaught handler. */
    private static <T> T report(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
        return null;
    }

    /** Waits until all work has ended. */
    @Override
    public void close() {
        threads.close();
    }
}
