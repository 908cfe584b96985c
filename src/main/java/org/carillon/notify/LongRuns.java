package org.carillon.notify;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for runs to have taken too long. Thread-safe. */
final class LongRuns {
    private static final Logger LOG = LoggerFactory.getLogger(LongRuns.class);

    private final Map<Long, Future<?>> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread;

    LongRuns(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /** Does something once that run has gone on for so long; only once for each run, whatever it starts again. */
    void watch(long runId, Duration left, Runnable tooLong) {
        try {
            waiting.computeIfAbsent(runId, _ -> thread.schedule(tooLong, left.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody is told any more", e);
        }
    }

    void ended(long runId) {
        Future<?> timer = waiting.remove(runId);
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
