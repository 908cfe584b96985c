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

    /** Which kind of event it is, for those who want only some. */
    default EventKind kind() {
        return switch (this) {
            case SchedulerStarted _ -> EventKind.SCHEDULER_STARTED;
            case SchedulerStopped _ -> EventKind.SCHEDULER_STOPPED;
            case SchedulerPaused _ -> EventKind.SCHEDULER_PAUSED;
            case SchedulerResumed _ -> EventKind.SCHEDULER_RESUMED;
            case ClockJumped _ -> EventKind.CLOCK_JUMPED;
            case ExecutorAdded _ -> EventKind.EXECUTOR_ADDED;
            case ExecutorChanged _ -> EventKind.EXECUTOR_CHANGED;
            case ExecutorRemoved _ -> EventKind.EXECUTOR_REMOVED;
            case StoreFailed _ -> EventKind.STORE_FAILED;
            case StoreRecovered _ -> EventKind.STORE_RECOVERED;
            case JobAdded _ -> EventKind.JOB_ADDED;
            case JobChanged _ -> EventKind.JOB_CHANGED;
            case JobRemoved _ -> EventKind.JOB_REMOVED;
            case RunQueued _ -> EventKind.RUN_QUEUED;
            case RunStarted _ -> EventKind.RUN_STARTED;
            case RunWillRetry _ -> EventKind.RUN_WILL_RETRY;
            case RunEnded _ -> EventKind.RUN_ENDED;
            case EventsLost _ -> EventKind.EVENTS_LOST;
        };
    }

    /** Scheduling has begun. */
    record SchedulerStarted(Instant at) implements SchedulerEvent {}

    /** It was shut down: nothing more runs. */
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

    /** There is an executor that was not there. */
    record ExecutorAdded(Instant at, ExecutorStatus executor) implements SchedulerEvent {}

    /** Its size or another of its settings has changed; its load alone is no event. */
    record ExecutorChanged(Instant at, ExecutorStatus executor) implements SchedulerEvent {}

    record ExecutorRemoved(Instant at, String name) implements SchedulerEvent {}

    /** The store failed and is tried again and again; nothing is scheduled meanwhile. */
    record StoreFailed(Instant at, Message problem) implements SchedulerEvent {}

    record StoreRecovered(Instant at) implements SchedulerEvent {}

    record JobAdded(Instant at, Job job) implements SchedulerEvent {}

    /** Replaced, modified, rescheduled, paused or resumed. */
    record JobChanged(Instant at, Job job) implements SchedulerEvent {}

    record JobRemoved(Instant at, String jobId) implements SchedulerEvent {}

    /** Planned or asked for, and waiting: for its executor, for other runs of its job, or for its time. Not told of runs that start at once. */
    record RunQueued(Instant at, Run run) implements SchedulerEvent {}

    /** An attempt is about to start, the first or another one; that it runs is in the ledger. */
    record RunStarted(Instant at, Run run) implements SchedulerEvent {}

    /** An attempt failed and another one follows. */
    record RunWillRetry(Instant at, Run run) implements SchedulerEvent {}

    /** Reached a final state, also SKIPPED, MISSED and INTERRUPTED. */
    record RunEnded(Instant at, Run run) implements SchedulerEvent {}

    /** This listener was too slow and has not been told so many events, at this place. */
    record EventsLost(Instant at, long count) implements SchedulerEvent {}
}
