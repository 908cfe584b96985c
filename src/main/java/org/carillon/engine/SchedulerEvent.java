package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.message.Message;
import org.carillon.store.Pause;

/** Something that happened. Events of one job arrive in the order in which they happened, after they were committed. */
public sealed interface SchedulerEvent {
    /** When it happened. */
    Instant at();

    record SchedulerStarted(Instant at) implements SchedulerEvent {}

    record SchedulerStopped(Instant at) implements SchedulerEvent {}

    record SchedulerPaused(Instant at, Pause pause) implements SchedulerEvent {}

    record SchedulerResumed(Instant at) implements SchedulerEvent {}

    /**
     * The wall clock jumped, or the machine or the process was asleep.
     *
     * @param by     how far the wall clock is from where it was expected, positive for forward
     * @param asleep whether time passed without the process running
     */
    record ClockJumped(Instant at, Duration by, boolean asleep) implements SchedulerEvent {}

    /** The store failed and is tried again; nothing is scheduled meanwhile. */
    record StoreFailed(Instant at, Message problem) implements SchedulerEvent {}

    record StoreRecovered(Instant at) implements SchedulerEvent {}

    record JobAdded(Instant at, Job job) implements SchedulerEvent {}

    /** Replaced, paused or resumed. */
    record JobChanged(Instant at, Job job) implements SchedulerEvent {}

    record JobRemoved(Instant at, String jobId) implements SchedulerEvent {}

    /** Planned and waiting for its executor. */
    record RunQueued(Instant at, Run run) implements SchedulerEvent {}

    record RunStarted(Instant at, Run run) implements SchedulerEvent {}

    /** An attempt failed and another one follows. */
    record RunWillRetry(Instant at, Run run) implements SchedulerEvent {}

    /** Reached a final state, also SKIPPED, MISSED and INTERRUPTED. */
    record RunEnded(Instant at, Run run) implements SchedulerEvent {}
}
