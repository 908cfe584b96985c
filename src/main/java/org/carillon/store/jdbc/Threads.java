package org.carillon.store.jdbc;

/** Waiting for threads that come to their end by themselves. */
final class Threads {
    private Threads() {}

    /** Returns when it has ended; an interruption is kept until then. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
