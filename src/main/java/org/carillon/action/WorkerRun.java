package org.carillon.action;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.carillon.job.JavaAction;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;

/** A run that a worker process does: what it is, where its output goes, and how it ends. Thread-safe. */
final class WorkerRun {
    final RunMark mark;
    final JavaAction action;
    private final RunLogWriter log;
    private final Supplier<Instant> clock;
    private final CompletableFuture<TaskOutcome> outcome = new CompletableFuture<>();
    private volatile boolean begun;

    WorkerRun(RunMark mark, JavaAction action, RunLogWriter log, Supplier<Instant> clock) {
        this.mark = mark;
        this.action = action;
        this.log = log;
        this.clock = clock;
    }

    /** The worker has it: from now on it may have done something. */
    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    void print(LogStream stream, byte[] bytes, int count) {
        log.write(stream, clock.get(), bytes, 0, count);
    }

    void end(TaskOutcome how) {
        outcome.complete(how);
    }

    /** The worker ended first. Nothing happens if the run has ended. */
    void workerEnded() {
        outcome.complete(null);
    }

    /** Waits for its end. @return null if the worker ended first */
    TaskOutcome await() throws InterruptedException {
        try {
            return outcome.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("An outcome is never a failure", e);
        }
    }
}
