package org.carillon.engine;

import org.carillon.store.StoreException;

/** A scheduler in this process whose {@link #start()} returns when it was shut down: for programs that do nothing else. */
public final class BlockingScheduler extends LocalScheduler {
    BlockingScheduler(EngineParts parts) {
        super(parts);
    }

    public static SchedulerBuilder<BlockingScheduler> builder() {
        return new SchedulerBuilder<>(BlockingScheduler::new);
    }

    /**
     * Begins to schedule, and returns when another thread (a shutdown hook, a listener's helper, a run's) has shut it down.
     * Runs that a scheduler before this one left unfinished are settled first. After a shutdown it can be called again.
     *
     * @throws StoreException       if the store failed; nothing is scheduled then
     * @throws InterruptedException if the calling thread was interrupted; the scheduler has been {@linkplain #close() closed}
     */
    public void start() throws InterruptedException {
        begin();
        try {
            engine().awaitStopped();
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }
}
