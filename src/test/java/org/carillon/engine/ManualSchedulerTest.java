package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carillon.action.ActionResult;
import org.carillon.job.CatchUp;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Retry;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ManualSchedulerTest {
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    private ManualScheduler scheduler() {
        return ManualScheduler.builder(Bench.START).actions((run, log, stop) -> {
            ran.add(run.mark().jobId());
            return new ActionResult(true, 0, null);
        }).build();
    }

    @Test
    void everythingDueHasRunWhenTheAdvanceReturns() {
        try (ManualScheduler scheduler = scheduler()) {
            scheduler.start();
            scheduler.add(Bench.job("five", Bench.cron("*/5 * * * *"), Policy.DEFAULT));
            scheduler.add(Bench.job("seven", Bench.at(Bench.START.plusSeconds(7 * 60)), Policy.DEFAULT));
            scheduler.advance(Duration.ofMinutes(10));
            assertThat(ran).containsExactly("five", "five", "seven", "five");
            assertThat(scheduler.runs(RunQuery.newest(10))).extracting(Run::state).containsOnly(RunState.SUCCEEDED).hasSize(4);
            assertThat(scheduler.runs(RunQuery.newest(10))).extracting(Run::late).containsOnly(Duration.ZERO);
        }
    }

    @Test
    void aClockThatWasWrongForAWhileDoesNotSilenceAJobThatRunsOnce() {
        try (ManualScheduler scheduler = scheduler()) {
            scheduler.start();
            scheduler.add(Bench.job("once", Bench.at(Bench.START.plus(Duration.ofDays(1))), Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
            scheduler.setClock(Bench.START.plus(Duration.ofDays(30)));
            assertThat(scheduler.runs(RunQuery.ofJob("once", 10))).extracting(Run::state).containsExactly(RunState.MISSED);
            scheduler.setClock(Bench.START.plusSeconds(60));
            assertThat(scheduler.job("once").orElseThrow().nextRun()).isEqualTo(Bench.START.plus(Duration.ofDays(1)));
            scheduler.advance(Duration.ofDays(2));
            assertThat(ran).containsExactly("once");
            assertThat(scheduler.runs(RunQuery.ofJob("once", 10))).extracting(Run::state).containsExactly(RunState.SUCCEEDED);
        }
    }

    @Test
    void aJobThatHasRunOnceDoesNotRunAgainWhenTheClockIsSetBack() {
        try (ManualScheduler scheduler = scheduler()) {
            scheduler.start();
            scheduler.add(Bench.job("once", Bench.at(Bench.START.plusSeconds(60)), Policy.DEFAULT));
            scheduler.advance(Duration.ofMinutes(5));
            scheduler.setClock(Bench.START);
            scheduler.advance(Duration.ofMinutes(5));
            assertThat(ran).containsExactly("once");
            assertThat(scheduler.job("once").orElseThrow().nextRun()).isNull();
        }
    }

    @Test
    void aYearOfDaysIsOverAtOnceAndNothingOfItIsLost() {
        try (ManualScheduler scheduler = scheduler()) {
            scheduler.start();
            scheduler.add(Bench.job("daily", Bench.cron("30 2 * * *"), Policy.DEFAULT));
            scheduler.advanceTo(Instant.parse("2027-03-02T12:00:00Z"));
            assertThat(ran).hasSize(365);
            assertThat(scheduler.runs(RunQuery.newest(1_000))).extracting(Run::state).containsOnly(RunState.SUCCEEDED).hasSize(365);
        }
    }

    @Test
    void listenersHaveHeardOfItAndWhatTheyDoHasBeenDone() {
        try (ManualScheduler scheduler = scheduler()) {
            scheduler.listen(EventKind.RUNS, event -> {
                if (event instanceof SchedulerEvent.RunEnded ended && ended.run().jobId().equals("first")) {
                    scheduler.add(Bench.job("second", Bench.at(scheduler.now().plusSeconds(1)), Policy.DEFAULT));
                }
            });
            scheduler.start();
            scheduler.add(Bench.job("first", Bench.at(Bench.START.plusSeconds(1)), Policy.DEFAULT));
            scheduler.advance(Duration.ofSeconds(2));
            assertThat(ran).containsExactly("first", "second");
        }
    }

    @Test
    void retriesHappenAtTheirTimes() {
        List<Instant> times = Collections.synchronizedList(new ArrayList<>());
        ManualTime time = new ManualTime();
        try (ManualScheduler scheduler = ManualScheduler.builder(Bench.START).actions((run, log, stop) -> {
            times.add(time.scheduler.now());
            return new ActionResult(false, 1, Reason.of(Reason.Cause.EXIT_CODE, "1"));
        }).build()) {
            time.scheduler = scheduler;
            scheduler.start();
            Retry twice = new Retry(2, Duration.ofSeconds(30), 2, Duration.ofHours(1));
            scheduler.add(Bench.job("a", Bench.at(Bench.START), Policy.DEFAULT.withRetry(twice)));
            scheduler.advance(Duration.ofMinutes(5));
            assertThat(times).containsExactly(Bench.START, Bench.START.plusSeconds(30), Bench.START.plusSeconds(90));
        }
    }

    private static final class ManualTime {
        private volatile ManualScheduler scheduler;
    }

    @Test
    void aClockThatIsSetForwardAndAMachineThatSleepsMissOccurrences() {
        try (ManualScheduler scheduler = scheduler()) {
            scheduler.start();
            scheduler.add(Bench.job("a", Bench.cron("30 * * * *"), Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
            scheduler.setClock(Bench.START.plus(Duration.ofHours(1)));
            scheduler.sleep(Duration.ofHours(2));
            scheduler.advance(Duration.ofHours(1));
            assertThat(ran).containsExactly("a");
            assertThat(scheduler.runs(RunQuery.newest(10)).reversed()).extracting(run -> run.reason() == null ? "" : run.reason().code())
                    .containsExactly("clockForward", "clockSet", "slept", "asleep", "asleep", "");
        }
    }

    @Test
    void aRunThatGoesOnIsStoppedWhenItsTimeIsOver() {
        ControlledActions actions = new ControlledActions();
        try (ManualScheduler scheduler = ManualScheduler.builder(Bench.START).actions(actions).build()) {
            scheduler.start();
            scheduler.add(Bench.job("a", Bench.at(Bench.START.plusSeconds(1)), Policy.DEFAULT.withTimeout(Duration.ofMinutes(5))));
            scheduler.advanceWithoutWaiting(Duration.ofMinutes(1));
            assertThat(scheduler.runs(RunQuery.newest(1)).getFirst().state()).isEqualTo(RunState.RUNNING);
            scheduler.advanceWithoutWaiting(Duration.ofMinutes(5));
            scheduler.advance(Duration.ZERO);
            assertThat(scheduler.runs(RunQuery.newest(1)).getFirst().state()).isEqualTo(RunState.TIMED_OUT);
        }
    }

    @Test
    void aShutdownThatWaitsTooLongForARunStopsIt() throws Exception {
        ControlledActions actions = new ControlledActions();
        ManualScheduler scheduler = ManualScheduler.builder(Bench.START).actions(actions).build();
        scheduler.start();
        scheduler.add(Bench.job("a", Bench.at(Bench.START.plusSeconds(1)), Policy.DEFAULT));
        scheduler.advanceWithoutWaiting(Duration.ofMinutes(1));
        actions.next().ignoreAsking();
        scheduler.shutdown(Duration.ofSeconds(3));
        assertThat(scheduler.runs(RunQuery.newest(1)).getFirst().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void itWorksOnADatabaseAndStartsAgain(@TempDir Path directory) {
        try (JobStore store = H2JobStore.open(directory);
                ManualScheduler scheduler = ManualScheduler.builder(Bench.START).store(store)
                        .actions((run, log, stop) -> new ActionResult(true, 0, null)).build()) {
            scheduler.start();
            scheduler.add(Bench.job("a", Bench.cron("*/10 * * * *"), Policy.DEFAULT));
            scheduler.advance(Duration.ofMinutes(30));
            scheduler.close();
            scheduler.advance(Duration.ofMinutes(30));
            scheduler.start();
            assertThat(scheduler.runs(RunQuery.newest(100)).reversed()).extracting(run -> run.state() + " " + run.trigger())
                    .containsExactly("SUCCEEDED SCHEDULE", "SUCCEEDED SCHEDULE", "SUCCEEDED SCHEDULE", "SUCCEEDED SCHEDULE",
                            "MISSED SCHEDULE", "MISSED SCHEDULE", "SUCCEEDED SCHEDULE");
        }
    }
}
