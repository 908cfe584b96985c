package org.carillon.bench.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears from the jobs when they run. One for the whole program, because some schedulers make the objects that run a job
 * themselves and leave no other way to reach it.
 */
final class Probe {
    private static volatile Probe current = new Probe(0);

    private final Instant[] started;
    private final CountDownLatch missing;

    private Probe(int count) {
        started = new Instant[count];
        missing = new CountDownLatch(count);
    }

    /** From now on jobs 0 to {@code count} - 1 are waited for; others may run and are not looked at. */
    static Probe expect(int count) {
        current = new Probe(count);
        return current;
    }

    /** Called by a job when it runs. */
    static void ran(int number) {
        Instant now = Instant.now();
        Probe probe = current;
        if (number < probe.started.length) {
            if (probe.started[number] != null) {
                throw new IllegalStateException("Job " + number + " ran twice");
            }
            probe.started[number] = now;
            probe.missing.countDown();
        }
    }

    /** @throws IllegalStateException if not all have run by then */
    void await(Duration atMost) {
        try {
            if (!missing.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(missing.getCount() + " jobs have not run within " + atMost);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while jobs ran", e);
        }
    }

    /** How late each of these jobs was, in milliseconds, least first. */
    double[] lateness(List<OneOff> jobs) {
        return jobs.stream()
                .mapToDouble(job -> Duration.between(job.due(), started[job.number()]).toNanos() / 1e6)
                .sorted()
                .toArray();
    }

    /** The value that so many of these sorted ones, 0 to 1, do not exceed. */
    static double quantile(double[] sorted, double share) {
        return Arrays.stream(sorted).skip((long) Math.max(0, Math.ceil(sorted.length * share) - 1)).findFirst().orElseThrow();
    }
}
