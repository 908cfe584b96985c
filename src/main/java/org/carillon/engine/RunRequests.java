package org.carillon.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.carillon.job.Action;
import org.carillon.job.Job;
import org.carillon.job.Reason;
import org.carillon.job.Reason.Cause;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.message.Message;
import org.carillon.store.Change;

/** Runs that somebody asks for, and the stopping of runs. */
final class RunRequests {
    private final Core core;
    private final RunSupervisor supervisor;

    RunRequests(Core core, RunSupervisor supervisor) {
        this.core = core;
        this.supervisor = supervisor;
    }

    long start(String jobId) {
        return start(core.locked(() -> sound(jobId)));
    }

    long start(String jobId, Action once) {
        Job job = core.locked(() -> sound(jobId));
        if (!once.type().equals(job.action().type())) {
            throw new IllegalArgumentException("The job " + jobId + " has an action of the kind " + job.action().type()
                    + " and cannot be run with one of the kind " + once.type());
        }
        return start(job.withAction(once));
    }

    private long start(Job job) {
        core.locked(() -> core.pools.require(job.executor()));
        return request(job, id -> Run.queued(id, job, null, RunTrigger.MANUAL));
    }

    /** Runs the jobs that are to run when the scheduler starts, or records that they were paused. */
    void startAtBoot() {
        boolean paused = core.locked(() -> core.pause.since() != null);
        List<Job> wanted = core.locked(() -> core.jobs.all().stream()
                .filter(entry -> entry.job != null && entry.job.enabled() && LaterSearch.isStartedByEvent(entry))
                .map(entry -> entry.job)
                .toList());
        for (Job job : wanted) {
            if (paused) {
                skipAtBoot(job);
            } else {
                request(job, id -> Run.queued(id, job, null, RunTrigger.SCHEDULE));
            }
        }
    }

    private void skipAtBoot(Job job) {
        AtomicReference<Run> run = new AtomicReference<>();
        core.ledger.commit(ids -> {
            run.set(Run.notRun(ids.reserve(1), job, null, RunState.SKIPPED, Reason.of(Cause.PAUSED), core.now()));
            return List.of(new Change.AddRun(run.get()));
        }, () -> core.locked(() -> supervisor.notRun(List.of(run.get()))));
    }

    long test(Job draft) {
        core.locked(() -> core.pools.checkFor(draft));
        return request(draft, id -> Run.queued(id, draft, null, RunTrigger.TEST));
    }

    long rerun(long runId) {
        Run original = core.store.run(runId).orElseThrow(() -> NoSuchException.run(runId));
        Job job = core.locked(() -> sound(original.jobId()));
        return request(job, id -> Run.queued(id, job, null, RunTrigger.RERUN).repeating(runId));
    }

    void stop(long runId) {
        boolean active = core.locked(() -> {
            ActiveRun run = core.active.get(runId);
            if (run != null) {
                supervisor.stop(run, RunState.CANCELLED, Reason.of(Cause.STOPPED));
            }
            return run != null;
        });
        if (!active && core.store.run(runId).isEmpty()) {
            throw NoSuchException.run(runId);
        }
    }

    Run await(long runId, Duration atMost) throws InterruptedException {
        core.awaitEnd(() -> !core.active.containsKey(runId), atMost);
        return core.store.run(runId).orElseThrow(() -> NoSuchException.run(runId));
    }

    /** Lets a run that is in the ledger as QUEUED go; one that repeats another waits for a place. The lock is held. */
    void proceed(Run run) {
        JobEntry entry = core.jobs.get(run.jobId());
        if (entry != null && entry.job != null) {
            Plan.Admission admission = run.trigger() == RunTrigger.RERUN ? Plan.Admission.WAIT : Plan.Admission.START;
            supervisor.admit(active(run, entry.job), admission, Duration.ZERO);
        }
    }

    /** Lets it go no further than that: see {@link RunSupervisor#orphanEnded}. Empty if its job cannot be run. The lock is held. */
    Optional<ActiveRun> hold(Run run) {
        JobEntry entry = core.jobs.get(run.jobId());
        if (entry == null || entry.job == null) {
            return Optional.empty();
        }
        ActiveRun held = active(run, entry.job);
        supervisor.hold(held);
        return Optional.of(held);
    }

    private long request(Job job, LongFunction<Run> made) {
        AtomicReference<ActiveRun> asked = new AtomicReference<>();
        boolean written = false;
        try {
            core.ledger.commit(ids -> {
                asked.set(core.locked(() -> active(made.apply(ids.reserve(1)), job)));
                core.locked(() -> supervisor.tryStart(asked.get()));
                return List.of(new Change.AddRun(asked.get().run()));
            }, () -> proceed(asked.get()));
            written = true;
        } finally {
            if (!written) {
                core.locked(() -> giveUp(asked.get()));
            }
        }
        return asked.get().id();
    }

    private void proceed(ActiveRun run) {
        if (run.phase == ActiveRun.Phase.STARTING) {
            supervisor.begin(run);
        } else {
            core.locked(() -> supervisor.admit(run, Plan.Admission.START, Duration.ZERO));
        }
    }

    private void giveUp(ActiveRun run) {
        if (run != null && run.phase == ActiveRun.Phase.STARTING) {
            supervisor.giveUp(run);
        }
    }

    private ActiveRun active(Run run, Job job) {
        JobEntry entry = run.trigger() == RunTrigger.TEST ? null : core.jobs.get(job.id());
        return new ActiveRun(job, run, entry, core.pools.get(job.executor()), null);
    }

    private Job sound(String jobId) {
        JobEntry entry = core.jobs.require(jobId);
        if (entry.job == null) {
            throw new NoSuchException(Message.of("engine.brokenJob", jobId));
        }
        return entry.job;
    }
}
