package org.carillon.engine;

import java.time.Instant;
import org.carillon.message.Message;

/**
 * What the scheduler is doing, as the strip at the bottom of the window says it.
 *
 * @param state       what it is doing
 * @param pausedUntil when a pause ends by itself, or null
 * @param trouble     why it is not scheduling (the store's failure, for instance), or null
 * @param running     how many runs are going on
 * @param queued      how many wait for an executor
 * @param nextJobId   the job that is due next, or null
 * @param nextRun     when that is, or null
 */
public record SchedulerStatus(
        State state, Instant pausedUntil, Message trouble, int running, int queued, String nextJobId, Instant nextRun) {
    /** What a scheduler can be doing. */
    public enum State {
        SCHEDULING,
        PAUSED,
        /** Running, but unable to schedule: see the trouble. */
        TROUBLED,
        STOPPED
    }
}
