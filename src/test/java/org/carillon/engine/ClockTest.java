package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.carillon.engine.SchedulerEvent.ClockJumped;
import org.carillon.job.CatchUp;
import org.carillon.job.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Time goes wrong: the machine sleeps, the process is stopped, the clock is set. */
@Timeout(30)
class ClockTest {
    @TempDir
    Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(directory);
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.advance(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void add(Policy policy) {
        bench.scheduler.add(Bench.everyMinute("a", policy));
    }

    private ClockJumped jump() {
        await().until(() -> bench.events.stream().anyMatch(ClockJumped.class::isInstance));
        return (ClockJumped) bench.events.stream().filter(ClockJumped.class::isInstance).findFirst().orElseThrow();
    }

    @Test
    void aSteadyClockDoesNotJump() {
        add(Policy.DEFAULT);
        bench.advance(Duration.ofMinutes(3));
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
        assertThat(bench.events).noneMatch(ClockJumped.class::isInstance);
    }

    @Test
    void afterASleepTheLatestMissedRunIsMadeUpFor() {
        add(Policy.DEFAULT);
        bench.clock.suspend(Duration.ofMinutes(3));
        bench.awaitStory("a", "MISSED coalesced", "MISSED coalesced", "SUCCEEDED");
        assertThat(jump()).extracting(ClockJumped::by, ClockJumped::asleep).containsExactly(Duration.ofMinutes(3), true);
    }

    @Test
    void whatASleepMissedSaysSo() {
        add(Policy.DEFAULT.withCatchUp(CatchUp.SKIP));
        bench.clock.suspend(Duration.ofMinutes(2));
        bench.awaitStory("a", "MISSED asleep", "MISSED asleep");
    }

    @Test
    void whatAStoppedProcessMissedSaysSo() {
        add(Policy.DEFAULT.withCatchUp(CatchUp.SKIP));
        bench.clock.freeze(Duration.ofMinutes(2));
        bench.awaitStory("a", "MISSED asleep", "MISSED asleep");
        assertThat(jump().asleep()).isTrue();
    }

    @Test
    void whatASetClockWentPastSaysSo() {
        add(Policy.DEFAULT.withCatchUp(CatchUp.SKIP));
        bench.clock.set(bench.clock.now().plus(Duration.ofMinutes(2)));
        bench.awaitStory("a", "MISSED clockSet", "MISSED clockSet");
        assertThat(jump()).extracting(ClockJumped::by, ClockJumped::asleep).containsExactly(Duration.ofMinutes(2), false);
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "MISSED clockSet", "MISSED clockSet", "SUCCEEDED");
    }

    @Test
    void aClockThatIsSetBackRunsNothingTwice() {
        add(Policy.DEFAULT);
        bench.advance(Duration.ofMinutes(3));
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
        Instant next = bench.scheduler.job("a").orElseThrow().nextRun();
        bench.clock.set(bench.clock.now().minus(Duration.ofMinutes(2)));
        assertThat(jump().by()).isEqualTo(Duration.ofMinutes(-2));
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(next);
        bench.advance(Duration.ofMinutes(2));
        assertThat(bench.story("a")).hasSize(3);
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void aClockThatWasInAWrongYearDoesNotSilenceAJob() {
        add(Policy.DEFAULT);
        bench.clock.set(Instant.parse("2031-01-01T00:00:30Z"));
        await().until(() -> bench.story("a").size() >= 2);
        int afterwards = bench.story("a").size();
        bench.clock.set(Instant.parse("2026-03-02T13:00:30Z"));
        await().until(() -> bench.scheduler.job("a").orElseThrow().nextRun().equals(Instant.parse("2026-03-02T13:01:00Z")));
        bench.advance(Duration.ofMinutes(1));
        await().until(() -> bench.story("a").size() == afterwards + 1);
        assertThat(bench.runs("a").getLast().scheduledAt()).isEqualTo(Instant.parse("2026-03-02T13:01:00Z"));
    }

    @Test
    void aSecondOfDriftIsNoJump() {
        add(Policy.DEFAULT);
        bench.clock.set(bench.clock.now().plusMillis(900));
        bench.advance(Duration.ofSeconds(30));
        bench.awaitStory("a", "SUCCEEDED");
        assertThat(bench.events).noneMatch(ClockJumped.class::isInstance);
    }
}
