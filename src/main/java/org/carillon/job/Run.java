package org.carillon.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One entry of the ledger: a planned occurrence of a job (or a run asked for by hand) and what became of it.
 * Instants are UTC. {@code null} stands for "not (yet)" or "does not apply".
 *
 * @param id          increasing, unique in its job store
 * @param jobId       the job's id; the job itself may have been removed since; {@link #OF_SCHEDULER} for what the scheduler noticed
 * @param jobName     the job's name at that time
 * @param state       what became of it
 * @param reason      why, or null where the state says it all
 * @param scheduledAt the planned time; null for manual runs, tests and repetitions. With {@code stretch}: the first one
 * @param startedAt   when its action was started
 * @param endedAt     when it reached a final state
 * @param exitCode    the exit code of the last attempt's process
 * @param attempt     1 for the first attempt; 0 while none has started
 * @param retryAt     while RUNNING between two attempts: when the next one starts
 * @param trigger     who or what started it
 * @param rerunOf     the run it repeats
 * @param host        the machine that ran it
 * @param user        the operating-system user that ran it
 * @param outputBytes how much it printed
 * @param stretch     for an entry that counts many missed or skipped occurrences
 * @param circumstances what was run, where and in which environment; null until it starts, and for actions without any
 */
public record Run(
        long id,
        String jobId,
        String jobName,
        RunState state,
        Reason reason,
        Instant scheduledAt,
        Instant startedAt,
        Instant endedAt,
        Integer exitCode,
        int attempt,
        Instant retryAt,
        RunTrigger trigger,
        Long rerunOf,
        String host,
        String user,
        long outputBytes,
        Stretch stretch,
        Circumstances circumstances) {

    public Run {
        Objects.requireNonNull(jobId, "jobId");
        Objects.requireNonNull(jobName, "jobName");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(trigger, "trigger");
    }

    /** The job id of entries about the scheduler itself; no job can have it. */
    public static final String OF_SCHEDULER = "*";

    /** An entry about the scheduler itself: what it noticed at {@code at} that may have kept runs from their times. */
    public static Run notice(long id, Reason what, Instant at) {
        return new Run(id, OF_SCHEDULER, "Carillon", RunState.SKIPPED, what, null, null, at, null, 0, null,
                RunTrigger.SCHEDULE, null, null, null, 0, null, null);
    }

    /** A run that has just been planned or asked for and waits for its executor. */
    public static Run queued(long id, Job job, Instant scheduledAt, RunTrigger trigger) {
        return new Run(id, job.id(), job.name(), RunState.QUEUED, null, scheduledAt, null, null, null, 0, null, trigger,
                null, null, null, 0, null, null);
    }

    /** An occurrence that will not run, decided at {@code at}. */
    public static Run notRun(long id, Job job, Instant scheduledAt, RunState state, Reason reason, Instant at) {
        return new Run(id, job.id(), job.name(), state, reason, scheduledAt, null, at, null, 0, null,
                RunTrigger.SCHEDULE, null, null, null, 0, null, null);
    }

    public Run started(Instant at, int attemptNumber, String onHost, String byUser) {
        return new Run(id, jobId, jobName, RunState.RUNNING, null, scheduledAt, startedAt == null ? at : startedAt, null,
                null, attemptNumber, null, trigger, rerunOf, onHost, byUser, outputBytes, stretch, circumstances);
    }

    /** Between two attempts. */
    public Run waitingForRetry(Instant next, Reason why, Integer code, long bytes) {
        return new Run(id, jobId, jobName, RunState.RUNNING, why, scheduledAt, startedAt, null, code, attempt, next,
                trigger, rerunOf, host, user, bytes, stretch, circumstances);
    }

    public Run ended(RunState finalState, Reason why, Instant at, Integer code, long bytes) {
        return new Run(id, jobId, jobName, finalState, why, scheduledAt, startedAt, at, code, attempt, null, trigger,
                rerunOf, host, user, bytes, stretch, circumstances);
    }

    public Run repeating(long originalRun) {
        return new Run(id, jobId, jobName, state, reason, scheduledAt, startedAt, endedAt, exitCode, attempt, retryAt,
                trigger, originalRun, host, user, outputBytes, stretch, circumstances);
    }

    public Run counting(Stretch occurrences) {
        return new Run(id, jobId, jobName, state, reason, occurrences.from(), startedAt, endedAt, exitCode, attempt,
                retryAt, trigger, rerunOf, host, user, outputBytes, occurrences, circumstances);
    }

    /** What is run, where and in which environment. */
    public Run under(Circumstances known) {
        return new Run(id, jobId, jobName, state, reason, scheduledAt, startedAt, endedAt, exitCode, attempt, retryAt,
                trigger, rerunOf, host, user, outputBytes, stretch, known);
    }

    /**
     * Whether it says how its job went: it has begun, or ended in any way but being skipped. The trial of a draft says nothing of the
     * job whose draft it is.
     */
    public boolean tellsOfJob() {
        return trigger != RunTrigger.TEST && state != RunState.QUEUED && state != RunState.SKIPPED;
    }

    /** How long it ran, or null if it has not started or not ended. */
    public Duration duration() {
        return startedAt == null || endedAt == null ? null : Duration.between(startedAt, endedAt);
    }

    /** How long after its planned time it started, or null if it was not planned or has not started. */
    public Duration late() {
        return scheduledAt == null || startedAt == null ? null : Duration.between(scheduledAt, startedAt);
    }
}
