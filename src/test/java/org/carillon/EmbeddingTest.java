package org.carillon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example of a program that embeds the engine, as it stands there. */
class EmbeddingTest {
    @TempDir
    Path directory;

    @Test
    void theExampleOfTheReadmeRuns() throws InterruptedException {
        RunLogs logs = new RunLogs(directory.resolve("logs"));
        try (JobStore store = H2JobStore.open(directory);
                BackgroundScheduler scheduler = BackgroundScheduler.builder().store(store).logs(logs).build()) {
            scheduler.start();

            TriggerDefaults here = new TriggerDefaults(ZoneId.systemDefault(), Instant.now(), "report");
            scheduler.add(Job.of("report", "Report",
                    CronTrigger.parse("0 9 * * 1-5", Dialect.UNIX, here),
                    CommandAction.of(new CommandLine.ShellLine("echo all is well", null))));

            long run = scheduler.start("report");                        // now, besides its schedule
            Run ended = scheduler.await(run, Duration.ofMinutes(1));

            assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(logs.find(run)).hasValueSatisfying(file -> assertThat(file).content().isEqualTo("all is well\n"));
            assertThat(scheduler.job("report").orElseThrow().nextRun()).isAfter(Instant.now());
        }
    }

    @Test
    void theReadmeShowsCodeThatIsTested() throws Exception {
        String tested = "";
        for (String file : List.of("EmbeddingTest", "OrdersTest")) {
            tested += plain(Files.readString(Path.of("src/test/java/org/carillon/" + file + ".java"), StandardCharsets.UTF_8));
        }
        List<String> examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md"), StandardCharsets.UTF_8)).results().map(found -> found.group(1)).toList();
        assertThat(examples).hasSize(3);
        for (String example : examples) {
            assertThat(tested).contains(plain(example));
        }
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
