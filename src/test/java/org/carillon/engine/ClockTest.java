package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.carillon.engine.SchedulerEvent.ClockJumped;
import org.carillon.job.CatchUp;
import org.carillon.job.Policy;
import org.carillon.job.Run;
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

    private void awaitNotice(String expected) {
        await().untilAsserted(() -> assertThat(bench.runs(Run.OF_SCHEDULER)).extracting(run -> run.reason().code() + " " + run.reason().detail())
                .containsExactly(expected));
    }

    @Test
    void whatWasNoticedIsInTheLedgerAlsoWhenNothingWasMissed() {
        bench.clock.suspend(Duration.ofSeconds(20));
        awaitNotice("slept PT20S");
    }

    @Test
    void aClockThatIsSetForwardIsInTheLedger() {
        bench.clock.set(bench.clock.now().plus(Duration.ofHours(1)));
        awaitNotice("clockForward PT1H");
    }

    @Test
    void aClockThatIsSetBackIsInTheLedger() {
        bench.clock.set(bench.clock.now().minus(Duration.ofHours(1)));
        awaitNotice("clockBack PT1H");
    }

    @Test
    void aJobThatWasBeingChangedWhenTheClockWasSetBackIsPlannedAnewAfterThat() {
        bench.scheduler.add(Bench.job("a", Bench.cron("0 * * * *"), Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
        Core core = bench.scheduler.engine().core;
        JobEntry entry = core.locked(() -> core.jobs.get("a"));
        bench.clock.set(Bench.START.plus(Duration.ofHours(5)));
        await().until(() -> Bench.START.plus(Duration.ofHours(6)).equals(bench.scheduler.job("a").orElseThrow().nextRun()));
        core.locked(() -> core.claim(entry));
        bench.clock.set(Bench.START.plusSeconds(60));
        awaitNotices(2);
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(Bench.START.plus(Duration.ofHours(6)));
        core.locked(() -> core.release(entry));
        await().until(() -> Bench.START.plus(Duration.ofHours(1)).equals(bench.scheduler.job("a").orElseThrow().nextRun()));
    }

    private void awaitNotices(int count) {
        await().until(() -> bench.runs(Run.OF_SCHEDULER).size() == count);
    }

    @Test
    void anotherZoneOfTheMachineIsInTheLedgerAndMovesNoRun() {
        bench.clock.setZone(ZoneId.of("Europe/Berlin"));
        awaitNoticeAfterAMinute();
        bench.scheduler.add(Bench.job("a", Bench.cron("0 * * * *"), Policy.DEFAULT));
        Instant next = bench.scheduler.job("a").orElseThrow().nextRun();
        bench.clock.setZone(ZoneId.of("Asia/Kolkata"));
        bench.advance(ZoneWatch.BETWEEN_LOOKS);
        await().untilAsserted(() -> assertThat(bench.runs(Run.OF_SCHEDULER)).extracting(run -> run.reason().code() + " " + run.reason().detail())
                .contains("zoneChanged Europe/Berlin → Asia/Kolkata"));
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(next);
    }

    private void awaitNoticeAfterAMinute() {
        bench.advance(ZoneWatch.BETWEEN_LOOKS);
        await().untilAsserted(() -> assertThat(bench.runs(Run.OF_SCHEDULER)).extracting(run -> run.reason().code()).containsExactly("zoneChanged"));
    }

    @Test
    void whereTheLinkOfTheMachineLeadsIsItsZone() throws IOException {
        Path link = directory.resolve("localtime");
        Files.createSymbolicLink(link, Path.of("../usr/share/zoneinfo/America/Argentina/Ushuaia"));
        assertThat(MachineZone.now(link)).isEqualTo(ZoneId.of("America/Argentina/Ushuaia"));
        Path wrong = directory.resolve("wrong");
        Files.createSymbolicLink(wrong, Path.of("/usr/share/zoneinfo/No/Where"));
        assertThat(MachineZone.now(wrong)).isEqualTo(ZoneId.systemDefault());
        assertThat(MachineZone.now(directory.resolve("nothing"))).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void aStepOfNtpRunsNothingTwiceAndIsNoJump() {
        add(Policy.DEFAULT);
        bench.advance(Duration.ofMillis(30_200));
        bench.awaitStory("a", "SUCCEEDED");
        bench.clock.set(bench.clock.now().minusMillis(700));
        bench.advance(Duration.ofSeconds(5));
        bench.clock.set(bench.clock.now().plusMillis(700));
        bench.advance(Duration.ofSeconds(5));
        assertThat(bench.story("a")).containsExactly("SUCCEEDED");
        assertThat(bench.events).noneMatch(ClockJumped.class::isInstance);
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

    @Test
    void whatAWrongClockMissedRunsWhenItsTimeComesAfterAll() {
        bench.scheduler.add(Bench.job("a", Bench.cron("0 * * * *"), Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
        Instant right = bench.clock.now();
        bench.clock.set(right.plus(Duration.ofHours(2)));
        bench.awaitStory("a", "MISSED clockSet", "MISSED clockSet");
        bench.clock.set(right);
        await().until(() -> bench.story("a").isEmpty());
        assertThat(bench.scheduler.job("a").orElseThrow().lastRun()).isNull();
        bench.clock.set(Instant.parse("2026-03-02T12:59:59Z"));
        bench.advance(Duration.ofSeconds(2));
        bench.awaitStory("a", "SUCCEEDED");
    }

    @Test
    void ofAStretchThatAWrongClockMissedOnlyThatStaysWhoseTimeHasCome() {
        add(Policy.DEFAULT.withCatchUp(CatchUp.SKIP));
        bench.clock.set(Instant.parse("2026-03-02T14:00:30Z"));
        bench.awaitStory("a", "MISSED clockSet x120");
        bench.clock.set(Instant.parse("2026-03-02T13:00:30Z"));
        bench.awaitStory("a", "MISSED clockSet x60");
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "MISSED clockSet x60", "SUCCEEDED");
    }
}
