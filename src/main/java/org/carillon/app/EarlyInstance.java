package org.carillon.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.settings.DataDirectory;

/**
 * The instance of a data directory, opened while the toolkit of the window starts: both take about as long, and neither needs the other.
 * Nothing is scheduled by it yet.
 */
final class EarlyInstance {
    private final AtomicReference<CompletableFuture<Instance>> opening = new AtomicReference<>();

    /** Begins to open it, and returns at once. */
    void open(DataDirectory directory) {
        CompletableFuture<Instance> opened = new CompletableFuture<>();
        opening.set(opened);
        Thread.ofPlatform().daemon().name("carillon-opening").start(() -> {
            try {
                opened.complete(Instance.open(directory));
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
    }

    /** The one that was opened early, whose directory it must be; else, and whenever this is called again, opened now. @throws RuntimeException as opening it does */
    Instance take(DataDirectory directory) {
        CompletableFuture<Instance> opened = opening.getAndSet(null);
        if (opened == null) {
            return Instance.open(directory);
        }
        try {
            return opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }

    /** Closes it if it was opened and not taken. */
    void giveBack() {
        CompletableFuture<Instance> opened = opening.getAndSet(null);
        if (opened != null) {
            opened.handle((instance, _) -> instance).thenAccept(instance -> {
                if (instance != null) {
                    instance.close();
                }
            }).join();
        }
    }
}
