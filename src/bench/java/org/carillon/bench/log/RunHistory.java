package org.carillon.bench.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.RunOrder;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.IntervalTrigger;

/**
 * The table of runs on a ledger of a million: how long a page of 200 takes, filtered and sorted, at the beginning and far down.
 * Argument: how many runs (1,000,000).
 */
public final class RunHistory {
    private static final int JOBS = 200;
    private static final int PORTION = 10_000;
    private static final int PAGE = 200;
    private static final int ROUNDS = 20;
    private static final Instant OLDEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofSeconds(20);

    private final Random random = new Random(1);
    private final int runs;

    private RunHistory(int runs) {
        this.runs = runs;
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("carillon-bench");
        try {
            new RunHistory(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000).measure(directory);
        } finally {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void measure(Path directory) {
        long start = System.nanoTime();
        try (JobStore store = H2JobStore.open(directory)) {
            for (int first = 1; first <= runs; first += PORTION) {
                store.commit(IntStream.range(first, first + PORTION).<Change>mapToObj(id -> new Change.AddRun(run(id))).toList());
            }
            store.runs(RunQuery.newest(1));
            System.out.printf(Locale.ROOT, "%,d runs written in %.0f s%n%n", runs, (System.nanoTime() - start) / 1e9);
        }
        try (JobStore store = H2JobStore.open(directory)) {
            System.out.printf("| a page of %d of %,d runs | first | median, worst of %d that follow |%n|---|---|---|%n", PAGE, runs, ROUNDS);
            RunQuery all = RunQuery.newest(PAGE);
            Instant lastMonth = OLDEST.plus(APART.multipliedBy(runs)).minus(Duration.ofDays(30));
            page(store, "newest first", all);
            page(store, "of one job", RunQuery.ofJob("job-7", PAGE));
            page(store, "failed", all.in(Set.of(RunState.FAILED)));
            page(store, "of the last 30 days, failed", all.in(Set.of(RunState.FAILED)).between(lastMonth, null));
            for (RunOrder.Key key : RunOrder.Key.values()) {
                page(store, "sorted by " + key.name().toLowerCase(Locale.ROOT), all.sortedBy(new RunOrder(key, true)));
            }
            RunOrder longest = new RunOrder(RunOrder.Key.DURATION, true);
            page(store, "the longest of one job", RunQuery.ofJob("job-7", PAGE).sortedBy(longest));
            page(store, "the longest that failed", all.in(Set.of(RunState.FAILED)).sortedBy(longest));
            page(store, "the longest that timed out (few did)", all.in(Set.of(RunState.TIMED_OUT)).sortedBy(longest));
            page(store, "the longest of the last 30 days", all.between(lastMonth, null).sortedBy(longest));
        }
    }

    private static void page(JobStore store, String name, RunQuery query) {
        double first = 0;
        double[] taken = new double[ROUNDS];
        RunQuery next = query;
        for (int round = -1; round < ROUNDS; round++) {
            long start = System.nanoTime();
            List<Run> page = store.runs(next);
            double millis = (System.nanoTime() - start) / 1e6;
            if (round < 0) {
                first = millis;
            } else {
                taken[round] = millis;
            }
            next = page.size() < PAGE ? query : query.before(page.getLast().id());
        }
        Arrays.sort(taken);
        System.out.printf(Locale.ROOT, "| %s | %.1f ms | %.1f ms, %.1f ms |%n", name, first, taken[ROUNDS / 2], taken[ROUNDS - 1]);
    }

    private Run run(int number) {
        Instant time = OLDEST.plus(APART.multipliedBy(number));
        RunState state = number % 5_000 == 0 ? RunState.TIMED_OUT : number % 20 == 0 ? RunState.FAILED : RunState.SUCCEEDED;
        return Run.queued(number, job(number % JOBS), time, RunTrigger.SCHEDULE)
                .started(time.plusMillis(2), 1, "host", "user")
                .ended(state, null, time.plusMillis(20 + random.nextInt(600_000)), state == RunState.SUCCEEDED ? 0 : 1, 100);
    }

    private static Job job(int number) {
        return Job.of("job-" + number, "Job " + number,
                new IntervalTrigger(Duration.ofDays(1), OLDEST, null, ZoneOffset.UTC, ClockChange.ONCE),
                CommandAction.of(new CommandLine.Program(List.of("true"))));
    }
}
