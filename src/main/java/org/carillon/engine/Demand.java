package org.carillon.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.carillon.store.Change;
import org.carillon.store.StoreException;

/** Changes that somebody waits for, and what is to be done when they are durable. */
final class Demand implements LedgerWork {
    private final Function<RunIds, List<Change>> changes;
    private final Runnable then;
    private final CompletableFuture<Void> answer = new CompletableFuture<>();

    Demand(Function<RunIds, List<Change>> changes, Runnable then) {
        this.changes = changes;
        this.then = then;
    }

    /**
     * Returns when they are durable and what follows has been done.
     *
     * @throws StoreException   if the store refused them or failed
     * @throws RuntimeException whatever the changes have thrown
     */
    void await() {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public List<Change> changes(RunIds ids) {
        return changes.apply(ids);
    }

    @Override
    public void committed() {
        try {
            then.run();
        } finally {
            answer.complete(null);
        }
    }

    @Override
    public void refused(StoreException why) {
        answer.completeExceptionally(why);
    }

    @Override
    public void broke(Throwable why) {
        answer.completeExceptionally(why);
    }

    @Override
    public boolean isRetried() {
        return false;
    }
}
