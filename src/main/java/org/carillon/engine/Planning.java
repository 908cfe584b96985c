package org.carillon.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.carillon.job.Reason;
import org.carillon.store.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the plans of jobs that are due and submits them to the ledger. */
final class Planning {
    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

    private final Core core;
    private final RunSupervisor supervisor;
    private final RandomGenerator random;
    /** Counts the occurrences of long absences, which may take seconds; the job waits, the others do not. */
    private final ExecutorService counter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("carillon-count").factory());

    Planning(Core core, RunSupervisor supervisor, RandomGenerator random) {
        this.core = core;
        this.supervisor = supervisor;
        this.random = random;
    }

    /** Takes all jobs that are due. The lock is held. */
    List<JobEntry> takeDue(Instant now) {
        List<JobEntry> due = new ArrayList<>();
        for (JobEntry first = core.jobs.firstDue(); first != null && !first.nextRun.isAfter(now); first = core.jobs.firstDue()) {
            core.take(first);
            due.add(first);
        }
        for (JobEntry entry : core.withLeftovers) {
            if (entry.isPlannable() && !entry.claimed) {
                core.take(entry);
                due.add(entry);
            }
        }
        core.withLeftovers.removeAll(due);
        return due;
    }

    /** Plans jobs that the caller has claimed. The claims are given back when the plans are in the ledger. */
    void submit(List<JobEntry> claimed, Instant now) {
        List<PlanWork> works = planQuick(claimed, now);
        if (!works.isEmpty()) {
            core.ledger.submit(works);
        }
    }

    /** The same, for the caller to submit; but those for whom it takes long are submitted by themselves when they are ready. */
    List<PlanWork> planQuick(List<JobEntry> claimed, Instant now) {
        List<PlanWork> works = new ArrayList<>(claimed.size());
        for (JobEntry entry : claimed) {
            orRest(entry, () -> {
                PlanInput input = input(entry, now);
                if (Planner.takesLong(input.job().trigger(), input.nextRun(), now)) {
                    counter.execute(() -> orRest(entry, () -> core.ledger.submit(work(entry, input))));
                } else {
                    works.add(work(entry, input));
                }
            });
        }
        return works;
    }

    /** A job for which that goes wrong is left alone for a while: the others are planned all the same. */
    private void orRest(JobEntry entry, Runnable plan) {
        try {
            plan.run();
        } catch (RuntimeException | Error e) {
            LOG.error("The occurrences of {} from {} on could not be planned; that is tried again in a while", entry.id, entry.nextRun, e);
            core.locked(() -> core.rest(entry));
        }
    }

    /** Where to do what takes seconds. */
    Executor aside() {
        return counter;
    }

    /** Waits until nothing is being counted or searched for. */
    void awaitAside() {
        CompletableFuture.runAsync(() -> { }, counter).join();
    }

    void close() {
        counter.shutdownNow();
    }

    private PlanWork work(JobEntry entry, PlanInput input) {
        return new PlanWork(core, supervisor, entry, Planner.plan(input), input.now());
    }

    /** What decides about a job that the caller has claimed. */
    PlanInput input(JobEntry entry, Instant now) {
        return core.locked(() -> new PlanInput(entry.job, entry.nextRun, entry.planned, now, lateCause(entry), core.lastPause,
                entry.taken(), entry.leftovers, entry.accounted, this::jitter));
    }

    /** Runs that waited when their scheduler died were kept from starting before any that is planned. */
    private Reason.Cause lateCause(JobEntry entry) {
        return entry.leftovers.isEmpty() ? core.lateCause(entry.nextRun) : Reason.Cause.CLOSED;
    }

    private Duration jitter(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    /** Whether a pause is over at that time. */
    static boolean isOver(Pause pause, Instant now) {
        return pause.since() != null && !pause.holdsAt(now);
    }
}
