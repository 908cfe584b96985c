package org.carillon.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.carillon.job.JavaAction;
import org.carillon.log.RunLogWriter;
import org.carillon.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks in worker processes, each with a virtual machine of its own that does one run at a time: whatever a task does to its
 * machine, the scheduler goes on. A worker that has done a run waits a minute for the next; one that broke is replaced.
 */
public final class Workers implements JavaHost, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private record Waiting(Worker worker, Object since) {}

    private final Tasks tasks;
    private final Supplier<Instant> clock;
    private final String schedulerMark;
    private final List<String> javaOptions;
    private final Duration idle;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean closed;

    /**
     * @param clock         gives what is printed its time
     * @param schedulerMark names the scheduler, as in a {@link RunMark}
     * @param javaOptions   what the virtual machines are started with
     */
    public Workers(Tasks tasks, Supplier<Instant> clock, String schedulerMark, List<String> javaOptions) {
        this(tasks, clock, schedulerMark, javaOptions, IDLE);
    }

    Workers(Tasks tasks, Supplier<Instant> clock, String schedulerMark, List<String> javaOptions, Duration idle) {
        this.tasks = tasks;
        this.clock = clock;
        this.schedulerMark = schedulerMark;
        this.javaOptions = List.copyOf(javaOptions);
        this.idle = idle;
    }

    @Override
    public ActionResult run(JavaAction action, RunMark mark, RunLogWriter log, StopSignal stop) throws InterruptedException {
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        try {
            String className = tasks.className(action.task());
            ActionResult result = null;
            while (result == null) {
                result = tryRun(take(), new WorkerRun(mark, action, log, clock), className, stop);
            }
            return result;
        } catch (NoTaskException e) {
            return ActionResult.notStarted(e.explanation());
        }
    }

    /** @return null if the worker had ended while it waited, so that surely nothing was done */
    private ActionResult tryRun(Worker worker, WorkerRun run, String className, StopSignal stop) throws InterruptedException {
        boolean wasUsed = worker.isUsed();
        TaskOutcome outcome = worker.run(run, className, stop);
        if (outcome != null) {
            giveBack(worker, outcome.broken());
            return outcome.result();
        }
        worker.close();
        if (run.hasBegun() || stop.isAsked()) {
            LOG.warn("Worker process {} ended while it did run {}", worker.pid(), run.mark.runId());
            return worker.endedWith();
        }
        return wasUsed ? null : ActionResult.notStarted(Message.of("action.workerNotStarted", worker.lastWords()));
    }

    private Worker take() {
        synchronized (this) {
            while (!waiting.isEmpty()) {
                Worker worker = waiting.pop().worker();
                if (worker.isAlive()) {
                    return worker;
                }
                worker.close();
            }
        }
        return Worker.start(WorkerMark.of(schedulerMark), javaOptions);
    }

    private void giveBack(Worker worker, boolean broken) {
        Waiting place = new Waiting(worker, new Object());
        synchronized (this) {
            if (!broken && !closed) {
                waiting.push(place);
            }
        }
        if (broken || isClosed()) {
            end(List.of(worker));
        } else {
            CompletableFuture.delayedExecutor(idle.toMillis(), TimeUnit.MILLISECONDS).execute(() -> endIdle(place));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void endIdle(Waiting place) {
        boolean stillWaits;
        synchronized (this) {
            stillWaits = waiting.remove(place);
        }
        if (stillWaits) {
            place.worker().close();
        }
    }

    /** How many wait for a run. */
    synchronized int waitingCount() {
        return waiting.size();
    }

    /** Ends the workers; those that do a run end after it. Returns when those that waited have ended. */
    @Override
    public void close() {
        List<Worker> ending = new ArrayList<>();
        synchronized (this) {
            closed = true;
            waiting.forEach(place -> ending.add(place.worker()));
            waiting.clear();
        }
        end(ending);
    }

    private static void end(List<Worker> ending) {
        ending.forEach(Worker::close);
        try {
            for (Worker worker : ending) {
                worker.awaitEnd();
            }
        } catch (InterruptedException e) {
            LOG.warn("Nobody waits any more until the worker processes have ended", e);
            Thread.currentThread().interrupt();
        }
    }
}
