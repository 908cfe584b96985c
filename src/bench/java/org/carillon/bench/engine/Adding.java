package org.carillon.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Adds 10,000 jobs for tomorrow to a running scheduler, in three ways; each once to warm up and once to be measured. */
final class Adding {
    private static final int JOBS = 10_000;

    /** How jobs are added. */
    private interface Way {
        void add(Contender contender, List<OneOff> jobs) throws Exception;
    }

    private Adding() {}

    static Map<Metric, Double> measure(Contenders contender, Path directory) throws Exception {
        Map<Metric, Way> ways = Map.of(
                Metric.ADD_EACH, Contender::addEach,
                Metric.ADD_EACH_20, Adding::addFromThreads,
                Metric.ADD_ALL, Contender::addAll);
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        for (Metric metric : List.of(Metric.ADD_EACH, Metric.ADD_EACH_20, Metric.ADD_ALL)) {
            jobsPerSecond(contender, fresh(directory, metric + "-warm-up"), ways.get(metric));
            measured.put(metric, jobsPerSecond(contender, fresh(directory, metric + "-measured"), ways.get(metric)));
        }
        return measured;
    }

    private static Path fresh(Path directory, String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }

    private static double jobsPerSecond(Contenders kind, Path directory, Way way) throws Exception {
        try (Contender contender = kind.open(directory)) {
            contender.start();
            List<OneOff> jobs = OneOff.many(JOBS, Instant.now().plus(Duration.ofDays(1)));
            Stopwatch watch = Stopwatch.start();
            way.add(contender, jobs);
            return watch.perSecond(JOBS);
        }
    }

    private static void addFromThreads(Contender contender, List<OneOff> jobs) throws Exception {
        int share = jobs.size() / Contenders.THREADS;
        try (ExecutorService callers = Executors.newFixedThreadPool(Contenders.THREADS)) {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int first = 0; first < jobs.size(); first += share) {
                List<OneOff> part = jobs.subList(first, first + share);
                calls.add(() -> {
                    contender.addEach(part);
                    return null;
                });
            }
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
        }
    }
}
