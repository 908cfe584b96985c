package org.carillon.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.RunState;
import org.carillon.trigger.Trigger;

/** What the scheduler says about itself, from memory alone. Called with the scheduler's lock held. */
final class Snapshots {
    /** How many jobs are looked at while the scheduler waits. */
    private static final int AT_ONCE = 2_000;

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

    /**
     * Looks at some jobs, in the order of their ids.
     *
     * @param last  the id after which it begins, or null; and then the one that was looked at last
     * @param limit of all that were found
     * @return whether there may be more
     */
    boolean find(AtomicReference<String> last, int limit, JobFilter filter, List<JobStatus> found) {
        int looked = 0;
        for (JobEntry entry : core.jobs.after(last.get())) {
            if (looked++ == AT_ONCE || found.size() == limit) {
                return true;
            }
            if (filter.wants(entry.id, entry.job, filter.words() == null ? null : entry.plainName())) {
                found.add(entry.status(this::nextRun));
            }
            last.set(entry.id);
        }
        return false;
    }

    Optional<JobStatus> job(String id) {
        return Optional.ofNullable(core.jobs.get(id)).map(entry -> entry.status(this::nextRun));
    }

    List<ExecutorStatus> executors() {
        return core.pools.all().stream().map(ExecutorPool::status).toList();
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
