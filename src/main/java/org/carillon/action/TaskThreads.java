package org.carillon.action;

import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.carillon.job.JavaAction;
import org.carillon.job.Reason;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;

/**
 * Runs tasks in this program, each on a thread of its own. A stopped one is interrupted; one that does not end by that within its
 * grace is given up: nothing can end a thread from outside, so its run ends, and the thread goes on.
 *
 * <p>Platform threads, because tasks may compute for long, and would keep the virtual threads of the program from running.
 */
final class TaskThreads implements JavaHost {
    private static final ActionResult GIVEN_UP = new ActionResult(false, null, Reason.of(Reason.Cause.STILL_RUNNING));

    private final Tasks tasks;
    private final Supplier<Instant> clock;

    /** @param clock gives what is printed its time */
    TaskThreads(Tasks tasks, Supplier<Instant> clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public ActionResult run(JavaAction action, RunMark mark, RunLogWriter log, StopSignal stop) throws InterruptedException {
        if (stop.isAsked()) {
            return ActionResult.DONE;
        }
        CompletableFuture<ActionResult> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("task-" + mark.runId())
                .start(() -> result.complete(perform(action, mark, log)));
        stop.attach(new StopSignal.Target() {
            @Override
            public void ask() {
                thread.interrupt();
            }

            @Override
            public void kill() {
                result.complete(GIVEN_UP);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A task's result is never a failure", e);
        }
    }

    private ActionResult perform(JavaAction action, RunMark mark, RunLogWriter log) {
        PrintStream out = LogPrinter.of(LogStream.OUT, log, clock);
        PrintStream err = LogPrinter.of(LogStream.ERR, log, clock);
        TaskOutcome outcome = TaskOutcome.of(
                () -> tasks.find(action.task()), new TaskRun(mark.runId(), mark.jobId(), action.arguments(), out, err));
        return outcome.result();
    }
}
