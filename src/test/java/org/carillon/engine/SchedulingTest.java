package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SchedulingTest {
    @TempDir
    Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(directory);
        bench.scheduler.start();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aJobRunsAtItsTimes() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT));
        bench.advance(Duration.ofSeconds(59));
        assertThat(bench.actions.startedCount()).isEqualTo(1);
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED");
        bench.advance(Duration.ofSeconds(1));
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED");
        Run run = bench.runs("a").getLast();
        assertThat(run.scheduledAt()).isEqualTo(Instant.parse("2026-03-02T12:01:00Z"));
        assertThat(run.startedAt()).isEqualTo(run.scheduledAt());
        assertThat(run.trigger()).isEqualTo(RunTrigger.SCHEDULE);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aJobThatIsStillRunningIsSkipped() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT));
        ControlledActions.Running first = bench.actions.next();
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "RUNNING", "SKIPPED overlap");
        first.succeed();
        bench.awaitStory("a", "SUCCEEDED", "SKIPPED overlap");
    }

    @Test
    void aRunThatIsStoppedIsCancelled() throws Exception {
        bench.scheduler.add(Bench.job("a", Bench.at(Bench.START.plusSeconds(3600)), Policy.DEFAULT));
        long run = bench.scheduler.start("a");
        bench.actions.next();
        bench.scheduler.stop(run);
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(bench.story("a")).containsExactly("CANCELLED stopped");
    }
}
