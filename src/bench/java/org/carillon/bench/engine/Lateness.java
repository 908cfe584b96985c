package org.carillon.bench.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How late 1,000 one-off jobs start that are due over 20 seconds, while 10,000 others lie in the store for tomorrow. */
final class Lateness {
    private static final int JOBS = 1_000;
    private static final int OTHERS = 10_000;
    private static final Duration OVER = Duration.ofSeconds(20);
    /** Between adding the jobs and the first of them. */
    private static final Duration LEAD = Duration.ofSeconds(5);

    private Lateness() {}

    static Map<Metric, Double> measure(Contenders kind, Path directory) {
        try (Contender contender = kind.open(directory)) {
            contender.addAll(OneOff.numbered(JOBS, OTHERS, Instant.now().plus(Duration.ofDays(1))));
            contender.start();
            Probe probe = Probe.expect(JOBS);
            List<OneOff> jobs = OneOff.spread(JOBS, Instant.now().plus(LEAD), OVER);
            contender.addAll(jobs);
            probe.await(OVER.plus(LEAD).plusSeconds(30));
            double[] late = probe.lateness(jobs);
            return Map.of(
                    Metric.LATE_P50, Probe.quantile(late, 0.5),
                    Metric.LATE_P99, Probe.quantile(late, 0.99),
                    Metric.LATE_MAX, late[late.length - 1]);
        }
    }
}
