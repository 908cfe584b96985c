package org.carillon.action;

import org.carillon.job.JavaAction;
import org.carillon.log.RunLogWriter;

/** Where the Java code of runs is executed. Thread-safe. */
public interface JavaHost {
    /**
     * Runs a task and returns when it has ended, or was given up.
     *
     * @param log  takes what it prints; the caller closes it
     * @param stop how it is told to end
     */
    ActionResult run(JavaAction action, RunMark mark, RunLogWriter log, StopSignal stop) throws InterruptedException;
}
