package org.carillon.action;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What tells the processes of a run from all others: two variables in their environment, which every process that they start
 * inherits. A scheduler that starts again finds by it what its dead predecessor left running.
 *
 * @param scheduler names the scheduler, the same at every start on the same job store
 * @param runId     the run
 * @param jobId     its job
 */
public record RunMark(String scheduler, long runId, String jobId) {
    static final String SCHEDULER = "CARILLON_SCHEDULER";
    static final String RUN = "CARILLON_RUN";
    static final String JOB = "CARILLON_JOB";

    public RunMark {
        Objects.requireNonNull(scheduler, "scheduler");
        Objects.requireNonNull(jobId, "jobId");
    }

    /** Puts the mark into an environment. */
    void writeTo(Map<String, String> environment) {
        environment.put(SCHEDULER, scheduler);
        environment.put(RUN, Long.toString(runId));
        environment.put(JOB, jobId);
    }

    /** The run of that scheduler whose mark is in an environment. */
    static Optional<Long> runIn(Map<String, String> environment, String scheduler) {
        String run = environment.get(RUN);
        boolean marked = scheduler.equals(environment.get(SCHEDULER)) && run != null && run.matches("[0-9]{1,18}");
        return marked ? Optional.of(Long.valueOf(run)) : Optional.empty();
    }

    boolean isIn(Map<String, String> environment) {
        return scheduler.equals(environment.get(SCHEDULER)) && Long.toString(runId).equals(environment.get(RUN));
    }
}
