package org.carillon.control.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * A virtual thread for each request, up to a limit: beyond it, a connection is closed. Sees which requests never became whole, which
 * the JDK's server keeps to itself.
 */
final class RequestThreads implements Executor {
    /** A connection that its client closes takes the same way as a request, but only for a moment. */
    private static final long SLOW = Duration.ofSeconds(2).toNanos();
    private static final ThreadLocal<Boolean> WHOLE = ThreadLocal.withInitial(() -> false);

    private final Semaphore free = new Semaphore(Limits.REQUESTS);
    private final Refusals refusals;

    RequestThreads(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Called by whoever answers a request, on its thread. */
    static void requestIsWhole() {
        WHOLE.set(true);
    }

    @Override
    public void execute(Runnable request) {
        if (!free.tryAcquire()) {
            refusals.tell(Problem.Kind.BUSY, "a connection, because " + Limits.REQUESTS + " requests are going on");
            throw new RejectedExecutionException("Too many requests");
        }
        Thread.ofVirtual().name("carillon-request").start(() -> {
            long began = System.nanoTime();
            try {
                request.run();
            } finally {
                free.release();
                if (!WHOLE.get() && System.nanoTime() - began > SLOW) {
                    refusals.tell(Problem.Kind.BUSY, "a connection whose request did not arrive within " + Limits.REQUEST_SECONDS + " s");
                }
            }
        });
    }
}
