package org.carillon.control.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A virtual thread for each request, up to a limit. Beyond it, the oldest of those that have not been let in gives way: whoever holds
 * connections with half a request, or without a token, keeps nobody out who sends a whole one with it. Where all have been let in, the
 * new connection is closed. Sees which requests never became whole, which the JDK's server keeps to itself.
 */
final class RequestThreads implements Executor {
    /** A connection that its client closes takes the same way as a request, but only for a moment. */
    private static final long SLOW = Duration.ofSeconds(2).toNanos();
    private static final ThreadLocal<Going> CURRENT = new ThreadLocal<>();

    private final Refusals refusals;
    private final Set<Going> notLetIn = new LinkedHashSet<>();
    private int going;

    RequestThreads(Refusals refusals) {
        this.refusals = refusals;
    }

    /** A request on its thread. What the outer class knows of it is guarded by that. */
    private final class Going implements Runnable {
        private final Runnable request;
        private final Thread thread = Thread.ofVirtual().name("carillon-request").unstarted(this);
        private boolean isLetIn;
        private boolean gaveWay;

        Going(Runnable request) {
            this.request = request;
        }

        @Override
        public void run() {
            long began = System.nanoTime();
            CURRENT.set(this);
            try {
                request.run();
            } finally {
                if (hasEnded(this) && System.nanoTime() - began > SLOW) {
                    refusals.tell(Problem.Kind.BUSY, "a connection whose request did not arrive within " + Limits.REQUEST_SECONDS + " s");
                }
            }
        }

        void letIn() throws IOException {
            synchronized (RequestThreads.this) {
                if (gaveWay) {
                    throw new IOException("It gave way to another request");
                }
                isLetIn = true;
                notLetIn.remove(this);
            }
        }
    }

    /**
     * Called by whoever answers a request, on its thread, when it has shown its token: from then on it does not give way.
     *
     * @throws IOException if it has done so already; its connection is closed
     */
    static void letIn() throws IOException {
        CURRENT.get().letIn();
    }

    @Override
    public void execute(Runnable request) {
        Going fresh = new Going(request);
        if (!takePlace(fresh)) {
            refusals.tell(Problem.Kind.BUSY, "a connection, because " + Limits.REQUESTS + " requests are going on");
            throw new RejectedExecutionException("Too many requests");
        }
        fresh.thread.start();
    }

    private synchronized boolean takePlace(Going fresh) {
        if (going == Limits.REQUESTS) {
            Iterator<Going> oldest = notLetIn.iterator();
            if (!oldest.hasNext()) {
                return false;
            }
            Going evicted = oldest.next();
            oldest.remove();
            evicted.gaveWay = true;
            // It waits in a channel, which an interrupt closes.
            evicted.thread.interrupt();
            refusals.tell(Problem.Kind.BUSY,
                    "the oldest connection without a whole request, because " + Limits.REQUESTS + " requests are going on");
        } else {
            going++;
        }
        notLetIn.add(fresh);
        return true;
    }

    /** @return whether it never came to be let in, and did not give way either */
    private synchronized boolean hasEnded(Going request) {
        notLetIn.remove(request);
        if (!request.gaveWay) {
            going--;
        }
        return !request.isLetIn && !request.gaveWay;
    }
}
