package org.carillon.bench.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The JDK's own timer pool: nothing stored, nothing recorded. What can be had without a promise; or with the least of them, by {@link Note}. */
final class JdkContender implements Contender {
    static final String SETTINGS = "ScheduledThreadPoolExecutor with 20 threads; no store";
    static final String FORCED_SETTINGS = SETTINGS + ", but the start of each run is noted in a file, 300 bytes forced to disk, before it begins";

    private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(Contenders.THREADS);
    private final Note note;

    /** What is done before a run begins. */
    interface Note extends AutoCloseable {
        Note NONE = () -> { };

        default void start() {}

        @Override
        void close();
    }

    JdkContender(Note note) {
        this.note = note;
    }

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
                () -> run(job), Duration.between(Instant.now(), job.due()).toNanos(), TimeUnit.NANOSECONDS));
    }

    private void run(OneOff job) {
        note.start();
        Probe.ran(job.number());
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
        note.close();
    }
}
