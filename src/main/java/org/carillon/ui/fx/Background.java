package org.carillon.ui.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where the window does what may take time, so that nothing ever blocks the FX thread. Tests use one that does everything
 * at once on the calling thread.
 */
public interface Background {
    /**
     * Does the work away from the FX thread and tells how it went on the FX thread, by exactly one of the two.
     *
     * @param done   gets the result, which may be null
     * @param failed gets what the work threw
     */
    <T> void run(Supplier<? extends T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);

    /** The same for work without a result. */
    default void run(Runnable work, Runnable done, Consumer<? super Throwable> failed) {
        run(() -> {
            work.run();
            return null;
        }, nothing -> done.run(), failed);
    }
}
