package org.carillon.engine;

import java.util.List;
import org.carillon.message.Message;
import org.carillon.store.Change;
import org.carillon.store.StoreException;

/** Something to be written. Called by whoever writes, one at a time, in the order in which it was submitted. */
interface LedgerWork {
    /** What to write; called once, and again only if it threw a {@link StoreException}. @param ids where new runs take their ids from */
    List<Change> changes(RunIds ids);

    /** It is durable. Must be quick. */
    void committed();

    /** The store refused it, or failed and this is not to be tried again. Nothing of it was done. Must be quick. */
    void refused(StoreException why);

    /** {@link #changes} has thrown that, which is no failure of the store. Nothing of it was done, and it is not tried again. Must be quick. */
    default void broke(Throwable why) {
        refused(new StoreException(Message.of("engine.changeBroke", why.toString()), why));
    }

    /** Whether it is tried again and again while the store fails, or refused at once: somebody waits for an answer. */
    default boolean isRetried() {
        return true;
    }

    /** Gives out ids for new runs. */
    @FunctionalInterface
    interface RunIds {
        /** The first of so many that follow each other. */
        long reserve(int count);
    }
}
