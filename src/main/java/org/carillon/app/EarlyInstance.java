package org.carillon.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.settings.DataDirectory;

/**
 * The data directory of a window that is to be opened, while the toolkit starts: that takes as long, and uses the processor little. Nothing is
 * scheduled before it is clear that there is a display. Whoever does not take it must drop it.
 */
final class EarlyInstance {
    private final AtomicReference<CompletableFuture<Instance>> opening = new AtomicReference<>();

    /** Begins to open it, and returns at once. */
    void open(DataDirectory directory) {
        opening.set(CompletableFuture.supplyAsync(() -> Instance.open(directory), Thread.ofPlatform().daemon().name("carillon-opening")::start));
    }

    /** @return null if it was not opened, or taken, or cannot be opened: who tries that again hears why */
    Instance take() {
        CompletableFuture<Instance> opened = opening.getAndSet(null);
        try {
            return opened == null ? null : opened.join();
        } catch (CompletionException e) {
            return null;
        }
    }

    /** It is not needed: somebody else may have the directory. */
    void drop() {
        Instance opened = take();
        if (opened != null) {
            opened.close();
        }
    }
}
