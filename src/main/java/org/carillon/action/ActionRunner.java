package org.carillon.action;


/** Runs actions. Thread-safe. */
@FunctionalInterface
public interface ActionRunner {
    /**
     * Runs an action and returns when it has ended and everything that it was stopped with has ended too.
     *
     * @param output takes what it prints
     * @param stop   how it is told to end
     * @throws InterruptedException if the calling thread was interrupted; the action may go on
     */
    ActionResult run(ActionRun run, ActionOutput output, StopSignal stop) throws InterruptedException;
}
