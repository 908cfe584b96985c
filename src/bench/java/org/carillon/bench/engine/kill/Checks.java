package org.carillon.bench.engine.kill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.Stretch;
import org.carillon.store.StoredJob;

/** What must hold of a ledger after each kill, in words where it does not. */
final class Checks {
    /** What a run that was started can be. */
    private static final Set<RunState> STARTED = EnumSet.of(RunState.RUNNING, RunState.SUCCEEDED, RunState.FAILED,
            RunState.INTERRUPTED, RunState.CANCELLED);

    private final Set<String> acknowledgedJobs = new HashSet<>();
    private final Set<Long> acknowledgedRuns = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    void acknowledged(VictimProcess victim) {
        acknowledgedJobs.addAll(victim.acknowledgedJobs());
        acknowledgedRuns.addAll(victim.acknowledgedRuns());
    }

    int acknowledgedJobs() {
        return acknowledgedJobs.size();
    }

    int acknowledgedRuns() {
        return acknowledgedRuns.size();
    }

    /** @param settledUntil the time before which the last scheduler had settled all, null if it was killed while it did that */
    List<String> violations(Ledger ledger, Instant settledUntil) {
        violations.clear();
        nothingForgotten(ledger);
        nothingStartedTwice(ledger);
        ledger.jobs().values().stream().filter(job -> !job.id().startsWith("once-")).forEach(job -> eachOccurrenceOnce(job, ledger));
        if (settledUntil != null) {
            nothingRunsForEver(ledger, settledUntil);
        }
        return List.copyOf(violations);
    }

    private void nothingForgotten(Ledger ledger) {
        Map<String, List<Run>> byJob = ledger.byJob();
        for (String job : acknowledgedJobs) {
            List<Run> runs = byJob.getOrDefault(job, List.of());
            expect(ledger.jobs().containsKey(job) || !runs.isEmpty(), "Job %s was acknowledged and is forgotten", job);
            expect(runs.stream().noneMatch(run -> run.state() == RunState.MISSED || run.state() == RunState.SKIPPED),
                    "Job %s, which makes up for what it misses, was not made up for", job);
        }
        for (long run : acknowledgedRuns) {
            expect(ledger.runs().containsKey(run), "Run %d was acknowledged and is forgotten", run);
        }
    }

    private void nothingStartedTwice(Ledger ledger) {
        ledger.started().forEach((id, times) -> {
            Run run = ledger.runs().get(id);
            expect(times == 1, "Run %d was started %d times", id, times);
            expect(run != null, "Run %d was started and is not in the ledger", id);
            expect(run == null || STARTED.contains(run.state()), "Run %d was started, and the ledger says %s", id, run);
        });
        for (Run run : ledger.all()) {
            boolean done = run.state() == RunState.SUCCEEDED;
            expect(!done || ledger.started().containsKey(run.id()), "Run %d has succeeded and was never started", run.id());
        }
    }

    /** Of a job that repeats: each planned time up to its next one has one entry, or is counted in one. */
    private void eachOccurrenceOnce(StoredJob.Sound job, Ledger ledger) {
        Set<Instant> accounted = new HashSet<>();
        List<Stretch> stretches = new ArrayList<>();
        for (Run run : ledger.all()) {
            if (run.jobId().equals(job.id()) && run.stretch() != null) {
                stretches.add(run.stretch());
            } else if (run.jobId().equals(job.id()) && run.scheduledAt() != null) {
                expect(accounted.add(run.scheduledAt()), "%s has two entries for %s", job.id(), run.scheduledAt());
            }
        }
        for (Instant time = job.job().trigger().start(); time.isBefore(job.nextRun()); time = job.job().trigger().next(time)) {
            Instant planned = time;
            long counted = stretches.stream()
                    .filter(stretch -> !planned.isBefore(stretch.from()) && !planned.isAfter(stretch.to()))
                    .count();
            long entries = accounted.remove(planned) ? 1 : 0;
            expect(counted + entries == 1, "%s at %s is accounted for %d times", job.id(), planned, counted + entries);
        }
        expect(accounted.isEmpty(), "%s has entries for times that it never had: %s", job.id(), accounted);
    }

    private void nothingRunsForEver(Ledger ledger, Instant settledUntil) {
        for (Run run : ledger.all()) {
            expect(run.state() != RunState.RUNNING || !run.startedAt().isBefore(settledUntil),
                    "Run %d still counts as running, from before the last start: %s", run.id(), run);
        }
    }

    private void expect(boolean holds, String violation, Object... details) {
        if (!holds) {
            violations.add(violation.formatted(details));
        }
    }
}
