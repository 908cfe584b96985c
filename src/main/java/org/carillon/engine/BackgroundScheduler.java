package org.carillon.engine;

import org.carillon.store.StoreException;

/** A scheduler in this process whose {@link #start()} returns at once. */
public final class BackgroundScheduler extends LocalScheduler {
    BackgroundScheduler(EngineParts parts) {
        super(parts);
    }

    public static SchedulerBuilder<BackgroundScheduler> builder() {
        return new SchedulerBuilder<>(BackgroundScheduler::new);
    }

    /**
     * Begins to schedule and returns at once; also again, after a shutdown. Runs that a scheduler before this one left
     * unfinished are settled first. Nothing happens if it is scheduling already.
     *
     * @throws StoreException if the store failed; nothing is scheduled then
     */
    public void start() {
        begin();
    }
}
