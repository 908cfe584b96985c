package org.carillon.action;

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
}
