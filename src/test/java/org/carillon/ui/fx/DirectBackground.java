package org.carillon.ui.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does everything at once on the calling thread, so that a test needs no FX thread and no waiting. */
public final class DirectBackground implements Background {
    @Override
    public <T> void run(Supplier<? extends T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        T result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }
}
