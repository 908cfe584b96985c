package org.carillon.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a command end in its own way, and with its own exit code, when the process is asked to end (Ctrl-C, SIGTERM): the command
 * hears of it, the process waits until the command has said that it is done.
 */
final class Ending implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger(ExitCode.FAILED);
    private final Thread hook = new Thread(this::hold, "carillon-ending");

    private Ending() {}

    static Ending ofProcess() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    /** Waits until the process is asked to end, or for so long. @return whether it has been asked */
    boolean await(Duration atMost) throws InterruptedException {
        return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    void await() throws InterruptedException {
        asked.await();
    }

    /** As if the process were asked. */
    void ask() {
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** All is done and printed; if the process is ending, it ends now, with this code. @return the code */
    int finish(int code) {
        exitCode.set(code);
        done.countDown();
        return code;
    }

    private void hold() {
        asked.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The exit code of a process that ends by a signal could not be chosen otherwise.
        Runtime.getRuntime().halt(exitCode.get());
    }

    /** Lets the process end as it likes. */
    @Override
    public void close() {
        done.countDown();
        removeHook();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process has begun to end: the hook runs, and need not wait.
            done.countDown();
        }
    }
}
