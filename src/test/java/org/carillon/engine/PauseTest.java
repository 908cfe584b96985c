package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.store.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PauseTest {
    private static final Instant FIRST = Bench.START.plusSeconds(60);

    @TempDir
    Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(directory);
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.advance(Duration.ofSeconds(30));
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatFallsIntoTheJobsPauseIsSkippedAndNotMadeUpFor() {
        bench.scheduler.pause("a");
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isNull();
        bench.advance(Duration.ofMinutes(2));
        bench.scheduler.resume("a");
        bench.awaitStory("a", "SKIPPED jobPaused", "SKIPPED jobPaused");
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "SKIPPED jobPaused", "SKIPPED jobPaused", "SUCCEEDED");
    }

    @Test
    void aLongPauseIsOneEntryThatCounts() {
        bench.scheduler.pause("a");
        bench.clock.freeze(Duration.ofDays(2));
        bench.scheduler.resume("a");
        bench.awaitStory("a", "SKIPPED jobPaused x2880");
        assertThat(bench.runs("a").getFirst().stretch().from()).isEqualTo(FIRST);
    }

    @Test
    void whatTheLedgerHasAlreadyDoesNotKeepAPauseFromEnding() {
        bench.scheduler.pauseAll(null);
        bench.store.commit(List.of(new Change.AddRun(Run.notRun(bench.store.reserveRunIds(1), Bench.everyMinute("a", Policy.DEFAULT), FIRST,
                RunState.MISSED, null, FIRST))));
        bench.advance(Duration.ofSeconds(40));
        bench.scheduler.resumeAll();
        assertThat(bench.scheduler.status().state()).isEqualTo(State.SCHEDULING);
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "MISSED", "SUCCEEDED");
    }

    @Test
    void aPausedJobCanBeStarted() throws Exception {
        bench.scheduler.pause("a");
        bench.scheduler.pauseAll(null);
        long run = bench.scheduler.start("a");
        assertThat(bench.awaitEnd(run).trigger()).isEqualTo(RunTrigger.MANUAL);
    }

    @Test
    void replacingAPausedJobAccountsForWhatWasSkipped() {
        bench.scheduler.pause("a");
        bench.advance(Duration.ofMinutes(1));
        bench.scheduler.replace(Bench.job("a", Bench.cron("30 * * * *"), Policy.DEFAULT));
        bench.awaitStory("a", "SKIPPED jobPaused");
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(Instant.parse("2026-03-02T12:30:00Z"));
    }

    @Test
    void whatFallsIntoThePauseOfEverythingIsSkipped() {
        bench.scheduler.pauseAll(null);
        assertThat(bench.scheduler.status().state()).isEqualTo(State.PAUSED);
        bench.advance(Duration.ofMinutes(2));
        bench.scheduler.resumeAll();
        assertThat(bench.scheduler.status().state()).isEqualTo(State.SCHEDULING);
        bench.awaitStory("a", "SKIPPED paused", "SKIPPED paused");
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "SKIPPED paused", "SKIPPED paused", "SUCCEEDED");
    }

    @Test
    void aPauseEndsByItselfAtItsTime() {
        bench.scheduler.pauseAll(FIRST.plusSeconds(90));
        assertThat(bench.scheduler.status().pausedUntil()).isEqualTo(FIRST.plusSeconds(90));
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(FIRST.plusSeconds(120));
        bench.advance(Duration.ofSeconds(125));
        bench.awaitStory("a", "SKIPPED paused", "SKIPPED paused");
        bench.advance(Duration.ofSeconds(30));
        bench.awaitStory("a", "SKIPPED paused", "SKIPPED paused", "SUCCEEDED");
        assertThat(bench.store.pause().since()).isNull();
    }

    @Test
    void aPauseThatEndedWhileClosedLeavesNothingOutOfTheLedger() {
        bench.scheduler.pauseAll(FIRST.plusSeconds(90));
        bench.advance(Duration.ofSeconds(40));
        bench.scheduler.close();
        Bench next = new Bench(directory, bench.store, FIRST.plusSeconds(200), ExecutorSpec.of("default", 1));
        next.actions.succeedAtOnce();
        next.scheduler.start();
        next.awaitStory("a", "SKIPPED paused", "SKIPPED paused", "MISSED coalesced", "SUCCEEDED");
        assertThat(next.runs("a").getLast().trigger()).isEqualTo(RunTrigger.CATCH_UP);
        next.close();
    }

    @Test
    void whatRunsGoesOnInAPause() throws Exception {
        Bench other = new Bench(directory);
        other.scheduler.start();
        other.scheduler.add(Bench.everyMinute("b", Policy.DEFAULT));
        ControlledActions.Running running = other.actions.next();
        other.scheduler.pauseAll(null);
        other.scheduler.pause("b");
        running.succeed();
        other.awaitStory("b", "SUCCEEDED");
        other.close();
    }
}
