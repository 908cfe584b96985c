package org.carillon.job;

import java.time.Instant;

/**
 * One attempt of a run that is retried.
 *
 * @param runId     its run
 * @param number    1 for the first
 * @param state     RUNNING, or how it ended
 * @param reason    why, or null
 * @param startedAt when its action was started
 * @param endedAt   null while it is going on
 * @param exitCode  null where there is none
 */
public record Attempt(
        long runId, int number, RunState state, Reason reason, Instant startedAt, Instant endedAt, Integer exitCode) {}
