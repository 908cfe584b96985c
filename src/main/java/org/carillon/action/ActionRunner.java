package org.carillon.action;

import org.carillon.job.Action;
import org.carillon.job.Circumstances;
import org.carillon.log.RunLogWriter;

/** Runs actions. Thread-safe. */
@FunctionalInterface
public interface ActionRunner {
    /**
     * Runs an action and returns when it has ended and everything that it was stopped with has ended too.
     *
     * @param log  takes what it prints; the caller closes it
     * @param stop how it is told to end
     * @throws InterruptedException if the calling thread was interrupted; the action may go on
     */
    ActionResult run(ActionRun run, RunLogWriter log, StopSignal stop) throws InterruptedException;

    /**
     * What a run of this action would be made of if it started now, as far as that is known without waiting; null for nothing to
     * be known. Quick.
     */
    default Circumstances circumstances(Action action) {
        return null;
    }
}
