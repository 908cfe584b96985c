package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.FormatException;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.store.ConflictException;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One occurrence is left out, or moved, before its time comes. */
@Timeout(60)
class SkipTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant FIRST = Bench.START.plusSeconds(60);

    @TempDir
    Path directory;
    private final MemoryJobStore store = new MemoryJobStore();
    private Bench bench;

    @BeforeEach
    void open() {
        begin(Bench.START);
        bench.advance(Duration.ofSeconds(30));
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT));
    }

    private void begin(Instant start) {
        bench = new Bench(directory, store, start, ExecutorSpec.of("default", 4));
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Instant next() {
        return bench.scheduler.job("a").orElseThrow().nextRun();
    }

    @Test
    void theNextOccurrenceIsSkippedAndTheOnesAfterItRun() {
        long entry = bench.scheduler.skip("a", FIRST);
        assertThat(bench.scheduler.run(entry).orElseThrow().scheduledAt()).isEqualTo(FIRST);
        assertThat(next()).isEqualTo(FIRST.plus(MINUTE));
        bench.advance(Duration.ofMinutes(2));
        bench.awaitStory("a", "SKIPPED byRequest", "SUCCEEDED");
        assertThat(bench.runs("a")).extracting(Run::scheduledAt).containsExactly(FIRST, FIRST.plus(MINUTE));
    }

    @Test
    void aLaterOccurrenceIsSkippedWhenItsTimeComes() {
        bench.scheduler.skip("a", FIRST.plus(MINUTE));
        bench.scheduler.skip("a", FIRST.plus(MINUTE.multipliedBy(2)));
        bench.scheduler.skip("a", FIRST);
        assertThat(next()).isEqualTo(FIRST.plus(MINUTE.multipliedBy(3)));
        bench.advance(Duration.ofMinutes(4));
        bench.awaitStory("a", "SKIPPED byRequest", "SKIPPED byRequest", "SKIPPED byRequest", "SUCCEEDED");
    }

    @Test
    void itStaysSkippedAfterARestartAndAnotherFormOfTheJob() {
        bench.scheduler.skip("a", FIRST.plus(MINUTE));
        Instant now = bench.clock.now();
        bench.close();
        begin(now);
        bench.scheduler.modify("a", job -> job.withName("Another name"));
        bench.advance(Duration.ofMinutes(3));
        bench.awaitStory("a", "SKIPPED byRequest", "SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void anotherFormOfTheJobIsNotShownToRunWhenItDoesNotAfterARestart() {
        bench.scheduler.skip("a", FIRST);
        Instant now = bench.clock.now();
        bench.close();
        begin(now);
        bench.scheduler.modify("a", job -> job.withName("Another name"));
        assertThat(next()).isEqualTo(FIRST.plus(MINUTE));
    }

    @Test
    void anotherFormOfTheJobIsNotShownToRunWhenItDoesNotAfterARunBeforeThat() {
        bench.scheduler.skip("a", FIRST.plus(MINUTE));
        bench.advance(Duration.ofSeconds(40));
        bench.awaitStory("a", "SKIPPED byRequest", "SUCCEEDED");
        bench.scheduler.modify("a", job -> job.withName("Another name"));
        assertThat(next()).isEqualTo(FIRST.plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void aJobTellsWhichOfItsTimesAreLeftOutUntilTheyArePast() {
        bench.scheduler.skip("a", FIRST.plus(MINUTE));
        JobStatus status = bench.scheduler.job("a").orElseThrow();
        assertThat(status.leftOut()).containsExactly(FIRST.plus(MINUTE));
        assertThat(status.nextAfter(FIRST)).isEqualTo(FIRST.plus(MINUTE.multipliedBy(2)));
        bench.advance(Duration.ofMinutes(3));
        assertThat(bench.scheduler.job("a").orElseThrow().leftOut()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNotShownAsTheFirstRunAfterAPause() {
        bench.scheduler.skip("a", FIRST.plus(MINUTE));
        bench.scheduler.pauseAll(FIRST.plus(MINUTE));
        assertThat(next()).isEqualTo(FIRST.plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void anotherFormOfTheJobIsNotShownToRunWhenItDoesNot() {
        bench.scheduler.skip("a", FIRST);
        bench.scheduler.modify("a", job -> job.withName("Another name"));
        assertThat(next()).isEqualTo(FIRST.plus(MINUTE));
    }

    @Test
    void itIsNotMissedWhenTheSchedulerWasClosedAtItsTime() {
        bench.scheduler.skip("a", FIRST);
        bench.close();
        begin(FIRST.plusSeconds(10));
        bench.advance(MINUTE);
        bench.awaitStory("a", "SKIPPED byRequest", "SUCCEEDED");
    }

    @Test
    void itStaysSkippedWhenTheClockIsSetBack() {
        bench.scheduler.skip("a", FIRST);
        bench.clock.set(bench.clock.now().minusSeconds(20));
        bench.advance(Duration.ofSeconds(110));
        bench.awaitStory("a", "SKIPPED byRequest", "SUCCEEDED");
    }

    @Test
    void aMovedOccurrenceRunsAtTheOtherTimeAlone() {
        Instant later = FIRST.plusSeconds(30);
        bench.scheduler.move("a", FIRST, later);
        assertThat(next()).isEqualTo(later);
        bench.advance(Duration.ofSeconds(100));
        bench.awaitStory("a", "SKIPPED moved", "SUCCEEDED", "SUCCEEDED");
        assertThat(bench.runs("a")).extracting(Run::scheduledAt).containsExactly(FIRST, later, FIRST.plus(MINUTE));
        assertThat(bench.runs("a").getFirst().reason()).hasToString("moved to 2026-03-02T12:01:30+00:00");
    }

    @Test
    void nothingIsMovedToATimeAtWhichItWouldNotRun() {
        Instant later = FIRST.plusSeconds(30);
        bench.scheduler.move("a", FIRST, later);
        assertThatThrownBy(() -> bench.scheduler.move("a", later, FIRST)).isInstanceOf(FormatException.class).hasMessageContaining("taken");
        assertThatThrownBy(() -> bench.scheduler.move("a", later, later)).isInstanceOf(FormatException.class);
        assertThat(next()).isEqualTo(later);
        bench.advance(Duration.ofSeconds(70));
        bench.awaitStory("a", "SKIPPED moved", "SUCCEEDED");
    }

    @Test
    void whatIsNotPlannedOrIsKnownAlreadyIsRefusedAndNothingChanges() {
        assertThatThrownBy(() -> bench.scheduler.skip("a", FIRST.plusSeconds(1))).isInstanceOf(NoSuchException.class);
        assertThatThrownBy(() -> bench.scheduler.skip("a", Bench.START)).isInstanceOf(NoSuchException.class);
        assertThatThrownBy(() -> bench.scheduler.skip("none", FIRST)).isInstanceOf(NoSuchException.class);
        bench.scheduler.skip("a", FIRST.plus(MINUTE));
        assertThatThrownBy(() -> bench.scheduler.skip("a", FIRST.plus(MINUTE))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> bench.scheduler.move("a", FIRST.plus(MINUTE), FIRST.plusSeconds(90))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> bench.scheduler.move("a", FIRST, Bench.START)).isInstanceOf(FormatException.class);
        assertThat(bench.scheduler.job("a").orElseThrow().job()).isEqualTo(Bench.everyMinute("a", Policy.DEFAULT));
        bench.advance(MINUTE);
        bench.awaitStory("a", "SKIPPED byRequest", "SUCCEEDED");
    }
}
