package org.carillon.screens;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.carillon.ui.fx.Background;
import org.carillon.ui.fx.FxBackground;

/** Works as the program's own, and knows when all of it is done and told. */
final class CountingBackground implements Background, AutoCloseable {
    private final FxBackground threads = new FxBackground();
    private final AtomicInteger open = new AtomicInteger();

    @Override
    public <T> void run(Supplier<? extends T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        open.incrementAndGet();
        threads.run(work, result -> {
            try {
                done.accept(result);
            } finally {
                open.decrementAndGet();
            }
        }, failure -> {
            try {
                failed.accept(failure);
            } finally {
                open.decrementAndGet();
            }
        });
    }

    boolean isIdle() {
        return open.get() == 0;
    }

    @Override
    public void close() {
        threads.close();
    }
}
