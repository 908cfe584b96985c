package com.example;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.engine.BlockingScheduler;
import org.carillon.engine.EventKind;
import org.carillon.engine.ManualScheduler;
import org.carillon.engine.WhenExists;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.JavaAction;
import org.carillon.job.Job;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.DateTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;

/** A program that has the engine inside, and nothing of the window's: see {@code NoWindowTest}. */
public final class EmbeddingProgram {
    private EmbeddingProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        background(directory);
        blocking();
        manual();
        System.out.println("all is well");
    }

    private static void background(Path directory) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (JobStore store = H2JobStore.open(directory);
                BackgroundScheduler scheduler = BackgroundScheduler.builder().store(store)
                        .logs(new RunLogs(directory.resolve("logs"))).task("greet", run -> run.out().println("hello")).build()) {
            scheduler.listen(EventKind.RUNS, event -> started.countDown());
            scheduler.start();
            TriggerDefaults here = new TriggerDefaults(ZoneId.systemDefault(), Instant.now(), "report");
            CronTrigger nightly = CronTrigger.parse("0 3 * * *", Dialect.UNIX, here);
            scheduler.add(Job.of("report", "Report", nightly, CommandAction.of(new CommandLine.ShellLine("exit 0", null))));
            scheduler.add(Job.of("greet", "Greet", nightly, JavaAction.of("greet", Map.of("to", "you"))));
            check(scheduler.await(scheduler.start("report"), Duration.ofMinutes(1)).state().isFinal());
            check(scheduler.await(scheduler.start("greet"), Duration.ofMinutes(1)).reason() == null);
            started.await();
            scheduler.reschedule("report", new DateTrigger(Instant.now().plusSeconds(3_600), ZoneOffset.UTC));
            check(scheduler.importJobs(scheduler.exportJobs(), here, WhenExists.REPLACE) == 2);
            scheduler.shutdown(Duration.ofSeconds(10));
            scheduler.start();
            scheduler.remove("report");
        }
    }

    private static void blocking() throws Exception {
        BlockingScheduler scheduler = BlockingScheduler.builder().build();
        scheduler.add("end", new DateTrigger(Instant.now(), ZoneOffset.UTC), run -> Thread.ofVirtual().start(scheduler::close));
        scheduler.start();
    }

    private static void manual() {
        try (ManualScheduler scheduler = ManualScheduler.builder(Instant.EPOCH).build()) {
            scheduler.start();
            scheduler.add("once", new DateTrigger(Instant.EPOCH.plusSeconds(60), ZoneOffset.UTC), run -> { });
            scheduler.advance(Duration.ofMinutes(2));
            check(scheduler.runs(RunQuery.newest(1)).getFirst().state().isFinal());
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError("not as expected");
        }
    }
}
