package org.carillon.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * 10,000 jobs lie in the store and are due: from the start of the scheduler until the last has run and the store says so.
 * Once to warm up, with a store of its own, and once to be measured.
 */
final class DueNow {
    static final int JOBS = 10_000;
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private DueNow() {}

    static Map<Metric, Double> measure(Contenders contender, Path directory) throws IOException {
        runsPerSecond(contender, Files.createDirectory(directory.resolve("warm-up")));
        return Map.of(Metric.DUE_NOW, runsPerSecond(contender, Files.createDirectory(directory.resolve("measured"))));
    }

    private static double runsPerSecond(Contenders kind, Path directory) {
        try (Contender contender = kind.open(directory)) {
            Probe probe = Probe.expect(JOBS);
            contender.addDue(JOBS);
            Stopwatch watch = Stopwatch.start();
            contender.start();
            probe.await(PATIENCE);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> contender.hasRecorded(JOBS));
            return watch.perSecond(JOBS);
        }
    }
}
