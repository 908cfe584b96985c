package org.carillon.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.carillon.ChildProgram;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands that print more than fits into the memory of the program that keeps it. */
@Timeout(600)
@EnabledOnOs({OS.LINUX, OS.MAC})
class OutputFloodTest {
    /** How much is printed; set to 2048 where there is time for it. */
    private static final long MEGABYTES = Long.getLong("carillon.test.megabytes", 150);
    private static final String HEAP = "-Xmx32m";

    @TempDir
    Path directory;

    private String flood(String line) throws Exception {
        Process program = ChildProgram.withOptions(HEAP, Flood.class, directory.toString(), line);
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void linesWithoutEndNeedNoMoreMemoryThanAFewMegabytes() throws Exception {
        long bytes = MEGABYTES << 20;
        assertThat(flood("yes 'all work and no play' | head -c " + bytes)).contains("SUCCEEDED", "kept " + bytes);
    }

    @Test
    void aSingleLineOfAllThatNeedsNoMoreEither() throws Exception {
        long bytes = MEGABYTES << 20;
        assertThat(flood("head -c " + bytes + " /dev/zero | tr '\\0' x")).contains("SUCCEEDED", "kept " + bytes, "last x");
    }

    /** Runs one command in little memory and reads the end of its log. */
    static final class Flood {
        private Flood() {}

        public static void main(String[] arguments) throws Exception {
            RunLogs logs = new RunLogs(Path.of(arguments[0]).resolve("logs"));
            try (MemoryJobStore store = new MemoryJobStore();
                    BackgroundScheduler scheduler = BackgroundScheduler.builder().store(store).logs(logs).build()) {
                scheduler.add(Job.of("a", "A", Bench.cron("0 0 1 1 *"), CommandAction.of(new CommandLine.ShellLine(arguments[1], null))));
                Run run = scheduler.await(scheduler.start("a"), Duration.ofMinutes(9));
                System.out.println(run.state() + " " + run.reason() + " kept " + run.outputBytes());
                try (RunLogReader reader = logs.open(run.id()).orElseThrow()) {
                    System.out.println("last " + reader.tail(1).lines().getFirst().text().charAt(0));
                }
            }
        }
    }
}
