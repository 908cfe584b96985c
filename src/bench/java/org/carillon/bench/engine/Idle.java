package org.carillon.bench.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a scheduler costs that has been started with 10,000 jobs in its store and has nothing to do until tomorrow. Linux. */
final class Idle {
    private static final int JOBS = 10_000;
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration WATCHED = Duration.ofSeconds(10);

    private Idle() {}

    static Map<Metric, Double> fill(Contenders kind, Path directory) {
        try (Contender contender = kind.open(directory)) {
            contender.addAll(OneOff.many(JOBS, Instant.now().plus(Duration.ofDays(1))));
        }
        return Map.of();
    }

    static Map<Metric, Double> measure(Contenders kind, Path directory) throws IOException, InterruptedException {
        try (Contender contender = kind.open(directory)) {
            contender.start();
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            long before = cpuNanos();
            TimeUnit.NANOSECONDS.sleep(WATCHED.toNanos());
            double spentMillis = (cpuNanos() - before) / 1e6;
            return Map.of(Metric.IDLE_CPU, spentMillis, Metric.RESIDENT, residentMegabytes());
        }
    }

    /** Of all threads, in nanoseconds; the process's own count has a resolution of ten milliseconds. */
    private static long cpuNanos() throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                sum += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
            }
        }
        return sum;
    }

    private static double residentMegabytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }
}
