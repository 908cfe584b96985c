package org.carillon.action;

/**
 * Java code that a job can run: a function that was registered with the scheduler, or a public class with a public constructor
 * without parameters, which is made anew for each run.
 */
@FunctionalInterface
public interface JavaTask {
    /**
     * Does the work, on a thread of its own, which is interrupted when the run is stopped or takes too long. The run succeeds when
     * this returns, and fails when it throws.
     */
    void run(TaskRun run) throws Exception;
}
