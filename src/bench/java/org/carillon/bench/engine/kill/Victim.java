package org.carillon.bench.engine.kill;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.WhenExists;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.StoreException;
import org.carillon.store.jdbc.H2JobStore;

/**
 * A program with a scheduler that adds jobs and starts runs all the time, until it is killed. Says on standard output when it
 * is ready and what has been acknowledged to it, each at once. Ends when its standard input does.
 */
final class Victim {
    /** Followed by the time before which nothing of it ran. */
    static final String READY = "READY ";
    static final String JOB = "JOB ";
    static final String RUN = "RUN ";
    private static final int EXECUTOR_SIZE = 20;
    private static final long ADD_EVERY_MILLIS = 60;
    private static final long START_EVERY_MILLIS = 150;
    private static final long LONGEST_AHEAD_MILLIS = 1_000;

    private final BackgroundScheduler scheduler;
    private final Load load;
    private final String prefix;
    private final AtomicInteger added = new AtomicInteger();

    private Victim(BackgroundScheduler scheduler, Load load, String number) {
        this.scheduler = scheduler;
        this.load = load;
        this.prefix = "once-" + number + "-";
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        try (JobStore store = H2JobStore.open(directory);
                BackgroundScheduler scheduler = BackgroundScheduler.builder()
                        .store(store)
                        .logs(new RunLogs(directory.resolve("logs")))
                        .executor(ExecutorSpec.of(Job.DEFAULT_EXECUTOR, EXECUTOR_SIZE))
                        .identity(directory.toString())
                        .build()) {
            Victim victim = new Victim(scheduler, new Load(directory), arguments[1]);
            Instant before = Instant.now();
            scheduler.start();
            scheduler.addAll(victim.load.standing(), WhenExists.SKIP);
            say(READY + before);
            try (ScheduledExecutorService work = Executors.newScheduledThreadPool(2)) {
                work.scheduleAtFixedRate(victim::add, 0, ADD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                work.scheduleAtFixedRate(victim::start, 0, START_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void add() {
        String id = prefix + added.incrementAndGet();
        long ahead = ThreadLocalRandom.current().nextLong(LONGEST_AHEAD_MILLIS);
        try {
            scheduler.add(load.once(id, Instant.now().plus(Duration.ofMillis(ahead))));
            say(JOB + id);
        } catch (StoreException e) {
            failed("add " + id, e);
        }
    }

    private void start() {
        try {
            say(RUN + scheduler.start("quick-0"));
        } catch (StoreException | NoSuchException e) {
            failed("start", e);
        }
    }

    /** Ends the program, which the drill notices; nothing is refused while a scheduler is as it should be. */
    private static void failed(String what, RuntimeException why) {
        System.err.println("The scheduler refused to " + what + ": " + why);
        Runtime.getRuntime().halt(1);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
