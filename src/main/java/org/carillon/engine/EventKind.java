package org.carillon.engine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of events, and the sets of them that are often wanted together. */
public enum EventKind {
    SCHEDULER_STARTED,
    SCHEDULER_STOPPED,
    SCHEDULER_PAUSED,
    SCHEDULER_RESUMED,
    CLOCK_JUMPED,
    EXECUTOR_ADDED,
    EXECUTOR_CHANGED,
    EXECUTOR_REMOVED,
    STORE_FAILED,
    STORE_RECOVERED,
    JOB_ADDED,
    JOB_CHANGED,
    JOB_REMOVED,
    RUN_QUEUED,
    RUN_STARTED,
    RUN_WILL_RETRY,
    RUN_ENDED,
    /** Told to whoever listens, whatever he asked for. */
    EVENTS_LOST;

    public static final Set<EventKind> ALL = Collections.unmodifiableSet(EnumSet.allOf(EventKind.class));
    /** What happens to the scheduler and to its clock. */
    public static final Set<EventKind> SCHEDULER = Collections.unmodifiableSet(EnumSet.range(SCHEDULER_STARTED, CLOCK_JUMPED));
    public static final Set<EventKind> EXECUTORS = Collections.unmodifiableSet(EnumSet.range(EXECUTOR_ADDED, EXECUTOR_REMOVED));
    public static final Set<EventKind> STORE = Collections.unmodifiableSet(EnumSet.of(STORE_FAILED, STORE_RECOVERED));
    public static final Set<EventKind> JOBS = Collections.unmodifiableSet(EnumSet.range(JOB_ADDED, JOB_REMOVED));
    public static final Set<EventKind> RUNS = Collections.unmodifiableSet(EnumSet.range(RUN_QUEUED, RUN_ENDED));
}
