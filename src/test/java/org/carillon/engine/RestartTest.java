package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carillon.job.CatchUp;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.OnInterrupted;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.Pause;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.AllTrigger;
import org.carillon.trigger.ClockChange;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the next scheduler makes of what the one before has left, on a real database. */
@Timeout(60)
class RestartTest {
    private static final Instant START = Bench.START;

    @TempDir
    Path directory;
    private JobStore store;
    private Bench bench;

    @BeforeEach
    void open() {
        store = H2JobStore.open(directory);
    }

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
        store.close();
    }

    /** Opens a scheduler so long after the start. */
    private void openAfter(Duration time) {
        bench = new Bench(directory, store, START.plus(time), ExecutorSpec.of("default", 4));
    }

    /** The state in which a scheduler left the store that was killed at START. */
    private void left(Job job, Instant nextRun, Run... runs) {
        store.reserveRunIds(runs.length);
        store.commit(List.of(new Change.AddJob(job, nextRun)));
        for (Run run : runs) {
            store.commit(List.of(new Change.AddRun(run), new Change.Plan(job.id(), nextRun, 1)));
        }
    }

    private static Run waiting(long id, Job job, Instant planned) {
        return Run.queued(id, job, planned, RunTrigger.SCHEDULE);
    }

    private static Run running(long id, Job job, Instant planned) {
        return waiting(id, job, planned).started(planned, 1, "host", "user");
    }

    @Test
    void jobsAndTheirPlansAreThereAgain() {
        openAfter(Duration.ZERO);
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT).withEnabled(false));
        bench.scheduler.add(Bench.job("b", Bench.at(START.plusSeconds(600)), Policy.DEFAULT));
        bench.scheduler.close();
        openAfter(Duration.ofSeconds(1));
        assertThat(bench.scheduler.jobs()).extracting(JobStatus::id).containsExactly("a", "b");
        assertThat(bench.scheduler.job("a").orElseThrow().job().enabled()).isFalse();
        assertThat(bench.scheduler.job("b").orElseThrow().nextRun()).isEqualTo(START.plusSeconds(600));
    }

    @Test
    void whatWasMissedWhileClosedIsMadeUpForOnce() {
        left(Bench.everyMinute("a", Policy.DEFAULT), START);
        openAfter(Duration.ofSeconds(150));
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.awaitStory("a", "MISSED coalesced", "MISSED coalesced", "SUCCEEDED");
        assertThat(bench.runs("a").getLast().late()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(START.plusSeconds(180));
    }

    @Test
    void whatWasMissedWhileClosedSaysSo() {
        left(Bench.everyMinute("a", Policy.DEFAULT.withCatchUp(CatchUp.SKIP)), START);
        openAfter(Duration.ofDays(30).plusSeconds(30));
        bench.scheduler.start();
        bench.awaitStory("a", "MISSED closed x43201");
    }

    @Test
    void aYearOfMissedSecondsIsCountedWhileOtherJobsRun() {
        left(Bench.job("seconds", Bench.cron("* * * * * *"), Policy.DEFAULT.withCatchUp(CatchUp.SKIP)), START);
        left(Bench.job("once", Bench.at(START), Policy.DEFAULT), START);
        openAfter(Duration.ofDays(365).plusMillis(500));
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.awaitStory("once", "SUCCEEDED");
        await().atMost(Duration.ofSeconds(40)).until(() -> bench.story("seconds").size() >= 1);
        assertThat(bench.story("seconds").getFirst()).isEqualTo("MISSED closed x31536000");
    }

    @Test
    void whatWasRunningIsInterrupted() {
        Job job = Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT);
        left(job, START.plusSeconds(60), running(1, job, START));
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        bench.awaitStory("a", "INTERRUPTED crashed");
        assertThat(bench.scheduler.job("a").orElseThrow().lastRun().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(bench.actions.startedCount()).isZero();
    }

    @Test
    void whatWasRunningIsRunAgainWhenThePolicyAsksForIt() throws Exception {
        Job job = Bench.job("a", Bench.at(START), Policy.DEFAULT.withOnInterrupted(OnInterrupted.RERUN));
        left(job, null, running(1, job, START));
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        bench.actions.next().succeed();
        bench.awaitStory("a", "INTERRUPTED crashed", "SUCCEEDED");
        assertThat(bench.runs("a").getLast().rerunOf()).isEqualTo(1);
        assertThat(bench.runs("a").getLast().trigger()).isEqualTo(RunTrigger.RERUN);
    }

    @Test
    void whatRepeatsAnInterruptedRunTakesItsPlaceBeforeAnythingIsMadeUpFor() throws Exception {
        Job job = Bench.everyMinute("a", Policy.DEFAULT.withOnInterrupted(OnInterrupted.RERUN).withOverlap(Overlap.QUEUE));
        left(job, START.plusSeconds(60), running(1, job, START));
        openAfter(Duration.ofSeconds(90));
        bench.scheduler.start();
        ControlledActions.Running again = bench.actions.next();
        bench.awaitStory("a", "INTERRUPTED crashed", "RUNNING", "QUEUED");
        assertThat(bench.scheduler.run(again.id()).orElseThrow().rerunOf()).isEqualTo(1);
        again.succeed();
        bench.actions.next().succeed();
        bench.awaitStory("a", "INTERRUPTED crashed", "SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void anInterruptedRunHasEndedBeforeWhatRepeatsItBegins() throws Exception {
        Job job = Bench.job("a", Bench.at(START), Policy.DEFAULT.withOnInterrupted(OnInterrupted.RERUN));
        left(job, null, running(1, job, START));
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        bench.actions.next().succeed();
        await().until(() -> bench.events.stream().filter(SchedulerEvent.RunEnded.class::isInstance).count() == 2);
        assertThat(bench.events.stream().map(event -> switch (event) {
            case SchedulerEvent.RunStarted started -> "started " + started.run().id();
            case SchedulerEvent.RunEnded ended -> "ended " + ended.run().id();
            default -> "";
        }).filter(text -> !text.isEmpty())).containsExactly("ended 1", "started 2", "ended 2");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingOfAJobStartsBeforeTheProcessesOfItsInterruptedRunHaveEnded() throws Exception {
        Job job = Bench.job("a", Bench.at(START), Policy.DEFAULT.withOverlap(Overlap.QUEUE));
        left(job, START, running(1, job, START.minusSeconds(60)));
        bench = Bench.withIdentity(directory, store, START.plusSeconds(1), directory.toString());
        Process orphan = bench.orphan(1, "trap '' TERM; echo ready; while :; do sleep 0.05; done");
        bench.scheduler.start();
        bench.awaitStory("a", "INTERRUPTED crashed", "QUEUED");
        assertThat(bench.actions.startedCount()).isZero();
        bench.clock.advance(Policy.DEFAULT.killGrace());
        assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
        bench.actions.succeedAtOnce();
        await().until(() -> {
            bench.clock.advance(Duration.ofSeconds(1));
            return bench.story("a").equals(List.of("INTERRUPTED crashed", "SUCCEEDED"));
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void allThatRepeatsAnInterruptedRunRunsWhenItsProcessesHaveEnded() throws Exception {
        Job job = Bench.job("a", Bench.at(START), Policy.DEFAULT.withOnInterrupted(OnInterrupted.RERUN));
        left(job, null, running(1, job, START), Run.queued(2, job, null, RunTrigger.RERUN).repeating(1));
        bench = Bench.withIdentity(directory, store, START.plusSeconds(1), directory.toString());
        Process orphan = bench.orphan(1, "trap '' TERM; echo ready; while :; do sleep 0.05; done");
        bench.scheduler.start();
        bench.awaitStory("a", "INTERRUPTED crashed", "QUEUED", "QUEUED");
        bench.clock.advance(Policy.DEFAULT.killGrace());
        assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
        bench.actions.succeedAtOnce();
        await().until(() -> {
            bench.clock.advance(Duration.ofSeconds(1));
            return bench.story("a").equals(List.of("INTERRUPTED crashed", "SUCCEEDED", "SUCCEEDED"));
        });
    }

    @Test
    void whatWaitedSurelyDidNotStartAndIsAMisfire() {
        Job job = Bench.job("a", Bench.at(START), Policy.DEFAULT);
        left(job, null, waiting(1, job, START));
        openAfter(Duration.ofSeconds(30));
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.awaitStory("a", "SUCCEEDED");
        assertThat(bench.runs("a").getFirst().id()).isEqualTo(1);
        assertThat(bench.runs("a").getFirst().late()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatWaitedIsMissedWhenThePolicySkipsMisfires() {
        Job job = Bench.job("a", Bench.at(START), Policy.DEFAULT.withCatchUp(CatchUp.SKIP));
        left(job, null, waiting(1, job, START));
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        bench.awaitStory("a", "MISSED closed");
    }

    @Test
    void whatSomebodyAskedForAndDidNotStartIsStarted() throws Exception {
        Job job = Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT);
        left(job, START.plusSeconds(60), Run.queued(1, job, null, RunTrigger.MANUAL));
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED");
    }

    @Test
    void whatWaitedForARemovedJobIsMissed() {
        Job job = Bench.job("a", Bench.at(START), Policy.DEFAULT);
        left(job, null, waiting(1, job, START));
        store.commit(List.of(new Change.RemoveJob("a")));
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        bench.awaitStory("a", "MISSED closed");
    }

    @Test
    void closingStopsWhatRunsAndLeavesWhatWaitsForTheNextStart() throws Exception {
        bench = new Bench(directory, store, START, ExecutorSpec.of("default", 1));
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.at(START.plusSeconds(1)), Policy.DEFAULT));
        bench.scheduler.add(Bench.job("b", Bench.at(START.plusSeconds(2)), Policy.DEFAULT));
        bench.advance(Duration.ofSeconds(2));
        bench.actions.next();
        bench.awaitStory("b", "QUEUED");
        bench.scheduler.close();
        assertThat(bench.story("a")).containsExactly("CANCELLED shutdown");
        openAfter(Duration.ofSeconds(60));
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.awaitStory("b", "SUCCEEDED");
        assertThat(bench.story("a")).containsExactly("CANCELLED shutdown");
    }

    @Test
    void aPlanThatIsAheadOfTheClockIsMadeAnew() {
        Job job = Bench.everyMinute("a", Policy.DEFAULT);
        left(job, Instant.parse("2200-01-01T00:00:00Z"), running(1, job, START).ended(RunState.SUCCEEDED, null, START, 0, 0));
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        await().until(() -> START.plusSeconds(60).equals(bench.scheduler.job("a").orElseThrow().nextRun()));
    }

    @Test
    void anUnstartedSchedulerChangesJobsAndRunsWhatIsAskedForButNothingByItself() throws Exception {
        left(Bench.everyMinute("a", Policy.DEFAULT), START);
        openAfter(Duration.ofMinutes(10));
        long run = bench.scheduler.start("a");
        bench.actions.next().succeed();
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.SUCCEEDED);
        bench.scheduler.pause("a");
        bench.advance(Duration.ofMinutes(5));
        assertThat(bench.actions.startedCount()).isEqualTo(1);
        assertThat(bench.scheduler.status().state()).isEqualTo(SchedulerStatus.State.STOPPED);
    }

    @Test
    void whatSomebodyAskedForBeforeTheStartIsNotTakenForWhatADeadSchedulerLeft() throws Exception {
        Policy again = Policy.DEFAULT.withOnInterrupted(OnInterrupted.RERUN);
        left(Bench.job("a", Bench.cron("0 0 1 1 *"), again), START.plus(Duration.ofDays(300)));
        bench = new Bench(directory, store, START, ExecutorSpec.of("default", 1));
        bench.scheduler.start("a");
        bench.scheduler.start("a");
        ControlledActions.Running first = bench.actions.next();
        bench.scheduler.start();
        assertThat(bench.story("a")).containsExactly("RUNNING", "QUEUED");
        first.succeed();
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED");
        assertThat(bench.scheduler.executors().getFirst().running()).isZero();
    }

    @Test
    void aJobForTheStartOfTheSchedulerRunsAtEachStart() throws Exception {
        left(Bench.job("a", Bench.cron("@reboot"), Policy.DEFAULT.withRemoveWhenDone(true)), null);
        openAfter(Duration.ofSeconds(30));
        bench.scheduler.start();
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED");
        bench.scheduler.close();
        openAfter(Duration.ofSeconds(60));
        bench.scheduler.start();
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED");
        bench.scheduler.close();
        store.commit(List.of(new Change.SetPause(new Pause(START, null))));
        openAfter(Duration.ofSeconds(90));
        bench.scheduler.start();
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED", "SKIPPED paused");
    }

    @Test
    void aJobWhoseNextRunIsTooFarToFindIsSearchedAgainInTime() {
        Trigger drifting = new IntervalTrigger(Duration.ofNanos(2_000_020_000L), START, null, Bench.ZONE);
        Trigger steady = new IntervalTrigger(Duration.ofSeconds(2), START.plusSeconds(1), null, Bench.ZONE);
        Trigger both = new AllTrigger(List.of(drifting, steady), null, null, Bench.ZONE, ClockChange.ONCE);
        assertThat(both.next(START)).isNull();
        openAfter(Duration.ZERO);
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", both, Policy.DEFAULT.withRemoveWhenDone(true)));
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isNull();
        bench.clock.freeze(Duration.ofHours(26));
        await().until(() -> bench.scheduler.job("a").orElseThrow().nextRun() != null);
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isAfter(START.plus(Duration.ofHours(27)));
    }
}
