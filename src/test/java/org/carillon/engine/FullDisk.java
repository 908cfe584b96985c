package org.carillon.engine;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;

/**
 * A program whose disk becomes full while it schedules, and gets room again: the disk of its directory or, where a second argument says
 * so, one on which it may not write any file further than its first byte (RLIMIT_FSIZE, setrlimit(2)).
 */
final class FullDisk {
    private static final Duration LONG = Duration.ofSeconds(60);

    private FullDisk() {}

    public static void main(String[] arguments) throws Exception {
        Path disk = Path.of(arguments[0]);
        try (JobStore store = H2JobStore.open(disk);
                BackgroundScheduler scheduler = BackgroundScheduler.builder().store(store).logs(new RunLogs(disk.resolve("logs"))).build()) {
            scheduler.add(Job.of("a", "A", Bench.cron("* * * * * *"), CommandAction.of(new CommandLine.ShellLine("true", null))));
            scheduler.start();
            awaitSuccesses(scheduler, 2);
            boolean limited = arguments.length > 1;
            if (limited) {
                limit("1:");
            } else {
                fill(disk.resolve("filler"));
            }
            await().atMost(LONG).until(() -> scheduler.status().state() == State.TROUBLED);
            System.out.println("troubled: " + scheduler.status().trouble());
            if (limited) {
                limit("unlimited:");
            } else {
                Files.delete(disk.resolve("filler"));
            }
            await().atMost(LONG).until(() -> scheduler.status().state() == State.SCHEDULING);
            awaitSuccesses(scheduler, runs(scheduler).size() + 3);
            System.out.println("scheduling again");
            System.out.println("every second accounted for: " + isEverySecondAccountedFor(runs(scheduler)));
        }
    }

    private static List<Run> runs(Scheduler scheduler) {
        return scheduler.runs(RunQuery.ofJob("a", 10_000));
    }

    private static void awaitSuccesses(Scheduler scheduler, int least) {
        await().atMost(LONG).until(() -> runs(scheduler).size() >= least && runs(scheduler).getFirst().state() == RunState.SUCCEEDED);
    }

    private static void limit(String size) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("prlimit", "--pid", Long.toString(ProcessHandle.current().pid()), "--fsize=" + size)
                .inheritIO().start().waitFor();
        if (failed != 0) {
            throw new IllegalStateException("prlimit(1) cannot set " + size);
        }
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            System.out.println("full after " + Files.size(file));
        }
    }

    private static boolean isEverySecondAccountedFor(List<Run> runs) {
        List<Run> sorted = runs.stream().sorted(Comparator.comparing(Run::scheduledAt)).toList();
        Instant expected = sorted.getFirst().scheduledAt();
        for (Run run : sorted) {
            if (!run.scheduledAt().equals(expected)) {
                System.out.println(run + " where " + expected + " was expected");
                return false;
            }
            expected = run.stretch() == null ? expected.plusSeconds(1) : run.stretch().to().plusSeconds(1);
        }
        return true;
    }
}
