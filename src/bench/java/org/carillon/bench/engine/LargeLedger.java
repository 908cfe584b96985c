package org.carillon.bench.engine;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.JobFilter;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.RunLogs;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.IntervalTrigger;

/** A data directory with 100,000 jobs and 1,000,000 runs: how long until the scheduler is ready, and how long pages take. */
final class LargeLedger {
    private static final int JOBS = 100_000;
    private static final int RUNS = 1_000_000;
    private static final int PORTION = 10_000;
    private static final int PAGE = 100;
    private static final int PAGES = 20;
    /** Of the numbers below 100,000, so many have 4321 in them. */
    private static final int NAMED = 20;
    /** One run in so many failed, timed out. */
    private static final int FAILED = 20;
    private static final int TIMED_OUT = 50_000;
    private static final Instant OLDEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofSeconds(10);
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

    private LargeLedger() {}

    static Map<Metric, Double> fill(Path directory) {
        try (JobStore store = H2JobStore.open(directory)) {
            inPortions(JOBS, store, number -> new Change.AddJob(job(number), TOMORROW));
            inPortions(RUNS, store, number -> new Change.AddRun(run(number)));
        }
        return Map.of();
    }

    private static void inPortions(int count, JobStore store, IntFunction<Change> change) {
        for (int first = 0; first < count; first += PORTION) {
            store.commit(IntStream.range(first, first + PORTION).mapToObj(change).toList());
        }
    }

    private static Job job(int number) {
        return Job.of("job-" + number, "Job " + number,
                new IntervalTrigger(Duration.ofDays(1), TOMORROW, null, ZoneOffset.UTC, ClockChange.ONCE),
                CommandAction.of(new CommandLine.Program(List.of("true"))));
    }

    private static Run run(int number) {
        Instant time = OLDEST.plus(APART.multipliedBy(number));
        RunState state = number % TIMED_OUT == 0 ? RunState.TIMED_OUT : number % FAILED == 0 ? RunState.FAILED : RunState.SUCCEEDED;
        return Run.queued(number + 1, job(number % JOBS), time, RunTrigger.SCHEDULE)
                .started(time.plusMillis(1), 1, "host", "user")
                .ended(state, null, time.plusMillis(20), state == RunState.SUCCEEDED ? 0 : 1, 100);
    }

    static Map<Metric, Double> measure(Path directory) {
        try (JobStore store = H2JobStore.open(directory);
                BackgroundScheduler scheduler =
                        BackgroundScheduler.builder().store(store).logs(new RunLogs(directory.resolve("logs"))).build()) {
            scheduler.start();
            Map<Metric, Double> measured = new EnumMap<>(Metric.class);
            measured.put(Metric.READY, (double) System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
            measured.put(Metric.PAGE_JOBS, worst(page -> expect(scheduler.jobsAfter("job-5000" + page, PAGE), PAGE)));
            measured.put(Metric.FILTER_JOBS, worst(page -> expect(scheduler.jobsAfter(null, PAGE, new JobFilter("4321", null, null, null)), NAMED)));
            measured.put(Metric.LIST_JOBS, worst(page -> expect(scheduler.jobs(), JOBS)));
            RunQuery newest = RunQuery.newest(PAGE);
            measured.put(Metric.PAGE_NEWEST, worst(page -> expect(scheduler.runs(newest), PAGE)));
            measured.put(Metric.PAGE_DEEP, worst(page -> expect(scheduler.runs(newest.before(RUNS / 2 + page)), PAGE)));
            measured.put(Metric.PAGE_JOB, worst(page -> expect(scheduler.runs(RunQuery.ofJob("job-" + page, PAGE)), RUNS / JOBS)));
            measured.put(Metric.PAGE_STATE, worst(page -> expect(scheduler.runs(newest.in(Set.of(RunState.FAILED))), PAGE)));
            measured.put(Metric.PAGE_TIME, worst(page -> scheduler.runs(failedOfOneHour(page))));
            measured.put(Metric.PAGE_RARE, worst(page ->
                    expect(scheduler.runs(newest.in(Set.of(RunState.TIMED_OUT))), RUNS / TIMED_OUT)));
            return measured;
        }
    }

    private static RunQuery failedOfOneHour(int page) {
        Instant from = OLDEST.plus(APART.multipliedBy(RUNS / 2)).plus(Duration.ofHours(page));
        return new RunQuery(null, Set.of(RunState.FAILED), from, from.plus(Duration.ofHours(1)), null, PAGE);
    }

    private static void expect(List<?> found, int count) {
        if (found.size() != count) {
            throw new IllegalStateException(found.size() + " found, not " + count);
        }
    }

    /** The slowest of several pages, the first one, on which nothing is warm, among them. */
    private static double worst(IntConsumer page) {
        List<Double> taken = new ArrayList<>();
        for (int number = 0; number < PAGES; number++) {
            Stopwatch watch = Stopwatch.start();
            page.accept(number);
            taken.add(watch.millis());
        }
        return taken.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
