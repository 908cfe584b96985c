package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.carillon.job.CatchUp;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The days on which clocks change, awake and asleep, and a machine that moves to another zone. */
@Timeout(60)
class ClockChangeDayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** An hour before clocks go from 3:00 back to 2:00. */
    private static final Instant AUTUMN = Instant.parse("2026-10-25T00:00:00Z");
    /** Half an hour before clocks go from 2:00 to 3:00. */
    private static final Instant SPRING = Instant.parse("2026-03-29T00:30:00Z");

    @TempDir
    Path directory;

    private Bench bench(Instant start) {
        Bench bench = new Bench(directory, new MemoryJobStore(), start, ExecutorSpec.of("default", 4));
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        return bench;
    }

    private static Trigger cron(String expression, Instant start) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(BERLIN, start, "seed"));
    }

    private static void pass(Bench bench, int quarters) {
        for (int quarter = 0; quarter < quarters; quarter++) {
            bench.advance(Duration.ofSeconds(1));
            bench.clock.suspend(Duration.ofMinutes(15).minusSeconds(1));
        }
        bench.advance(Duration.ofSeconds(1));
    }

    private static List<Instant> ran(Bench bench) {
        return bench.runs("a").stream().filter(run -> run.state() == RunState.SUCCEEDED).map(Run::scheduledAt).toList();
    }

    @Test
    void theHourThatComesTwiceRunsADailyJobOnce() {
        try (Bench bench = bench(AUTUMN)) {
            bench.scheduler.add(Bench.job("a", cron("30 2 * * *", AUTUMN), Policy.DEFAULT));
            pass(bench, 16);
            await().untilAsserted(() -> assertThat(ran(bench)).containsExactly(Instant.parse("2026-10-25T00:30:00Z")));
        }
    }

    @Test
    void theHourThatIsMissingRunsADailyJobOnceAllTheSame() {
        try (Bench bench = bench(SPRING)) {
            bench.scheduler.add(Bench.job("a", cron("30 2 * * *", SPRING), Policy.DEFAULT));
            pass(bench, 16);
            await().untilAsserted(() -> assertThat(ran(bench)).hasSize(1));
            assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));
        }
    }

    @Test
    void whoSleepsThroughTheChangeMakesUpForEachHourOnce() {
        try (Bench bench = bench(AUTUMN.plusSeconds(60))) {
            bench.scheduler.add(Bench.job("a", cron("0 * * * *", AUTUMN), Policy.DEFAULT.withCatchUp(
                    new CatchUp.All(Duration.ofDays(1), Duration.ZERO))));
            bench.clock.suspend(Duration.ofHours(4));
            await().untilAsserted(() -> assertThat(ran(bench)).doesNotHaveDuplicates().containsExactlyInAnyOrder(
                    Instant.parse("2026-10-25T01:00:00Z"), Instant.parse("2026-10-25T02:00:00Z"),
                    Instant.parse("2026-10-25T03:00:00Z"), Instant.parse("2026-10-25T04:00:00Z")));
        }
    }

    @Test
    void aJobKeepsTheZoneThatItWasSavedWithWhenTheMachineMoves() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(BERLIN));
            Job saved = Bench.job("a", CronTrigger.parse("0 9 * * *", Dialect.UNIX,
                    new TriggerDefaults(ZoneId.systemDefault(), AUTUMN, "seed")), Policy.DEFAULT);
            String stored = JobJson.writeJob(saved);
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            Job read = JobJson.readJob(stored, new TriggerDefaults(ZoneId.systemDefault(), AUTUMN, "seed"));
            assertThat(read.trigger().next(AUTUMN)).isEqualTo(Instant.parse("2026-10-25T08:00:00Z"));
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
