package org.carillon.action;

import java.util.Map;
import java.util.UUID;

/**
 * What tells a worker process, and the processes that its tasks start, from all others: variables in their environment.
 *
 * @param scheduler names the scheduler, the same at every start on the same job store
 * @param worker    names the worker
 */
record WorkerMark(String scheduler, String worker) {
    static final String WORKER = "CARILLON_WORKER";

    static WorkerMark of(String scheduler) {
        return new WorkerMark(scheduler, UUID.randomUUID().toString());
    }

    void writeTo(Map<String, String> environment) {
        // A scheduler that a run has started has workers that are none of that run's.
        environment.remove(RunMark.RUN);
        environment.remove(RunMark.JOB);
        environment.put(RunMark.SCHEDULER, scheduler);
        environment.put(WORKER, worker);
    }

    boolean isIn(Map<String, String> environment) {
        return worker.equals(environment.get(WORKER));
    }

    /** Whether that is the environment of any worker of that scheduler. */
    static boolean isOfScheduler(Map<String, String> environment, String scheduler) {
        return scheduler.equals(environment.get(RunMark.SCHEDULER)) && environment.containsKey(WORKER);
    }
}
