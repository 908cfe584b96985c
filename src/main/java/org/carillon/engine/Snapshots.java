package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.RunState;
import org.carillon.trigger.Trigger;

/** What the scheduler says about itself, from memory alone. Called with the scheduler's lock held. */
final class Snapshots {
    private final Core core;

    Snapshots(Core core) {
        this.core = core;
    }

    SchedulerStatus status() {
        int running = 0;
        for (ActiveRun run : core.active.values()) {
            running += run.run().state() == RunState.RUNNING ? 1 : 0;
        }
        int queued = (int) core.active.values().stream().filter(run -> run.run().state() == RunState.QUEUED).count();
        State state = state();
        JobEntry next = state == State.SCHEDULING ? core.jobs.firstDue() : null;
        return new SchedulerStatus(state, state == State.PAUSED ? core.pause.until() : null, core.trouble, running, queued,
                next == null ? null : next.id, next == null ? null : next.nextRun);
    }

    List<JobStatus> jobs() {
        List<JobEntry> entries = core.jobs.byName();
        List<JobStatus> result = new ArrayList<>(entries.size());
        entries.forEach(entry -> result.add(entry.status(this::nextRun)));
        return result;
    }

    List<JobStatus> jobsAfter(String id, int limit) {
        return core.jobs.after(id, limit).stream().map(entry -> entry.status(this::nextRun)).toList();
    }

    Optional<JobStatus> job(String id) {
        return Optional.ofNullable(core.jobs.get(id)).map(entry -> entry.status(this::nextRun));
    }

    List<ExecutorStatus> executors() {
        return core.pools.values().stream().map(ExecutorPool::status).toList();
    }

    private State state() {
        if (!core.scheduling) {
            return State.STOPPED;
        }
        if (core.trouble != null) {
            return State.TROUBLED;
        }
        return core.pause.since() == null ? State.SCHEDULING : State.PAUSED;
    }

    /** During a pause: the first planned time after it. */
    private Instant nextRun(JobEntry entry) {
        if (core.pause.since() == null || entry.nextRun == null) {
            return entry.nextRun;
        }
        Instant until = core.pause.until();
        if (until == null) {
            return null;
        }
        Trigger trigger = entry.job.trigger();
        return entry.nextRun.isBefore(until)
                ? AccountedTimes.open(trigger, trigger.next(until.minusNanos(1)), entry.accounted) : entry.nextRun;
    }
}
