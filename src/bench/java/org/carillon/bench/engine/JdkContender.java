package org.carillon.bench.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The JDK's own timer pool: nothing stored, nothing recorded. What can be had without a promise. */
final class JdkContender implements Contender {
    static final String SETTINGS = "ScheduledThreadPoolExecutor with 20 threads; no store";

    private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(Contenders.THREADS);

    @Override
    public void addDue(int count) {
        addAll(OneOff.many(count, Instant.now()));
    }

    @Override
    public void start() {
        pool.prestartAllCoreThreads();
    }

    @Override
    public void addEach(List<OneOff> jobs) {
        jobs.forEach(job -> pool.schedule(
                () -> Probe.ran(job.number()), Duration.between(Instant.now(), job.due()).toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void addAll(List<OneOff> jobs) {
        addEach(jobs);
    }

    @Override
    public boolean hasRecorded(int runs) {
        return true;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
