package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.carillon.job.Attempt;
import org.carillon.job.Job;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Reason;
import org.carillon.job.Retry;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the policy does with runs that go on: time limits, stops, retries, overlaps. */
@Timeout(30)
class RunningTest {
    private static final Instant LATER = Bench.START.plus(Duration.ofHours(1));

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

    private long start(Policy policy) {
        bench.scheduler.add(Bench.job("a", Bench.at(LATER), policy));
        return bench.scheduler.start("a");
    }

    private static Retry retry(int attempts) {
        return new Retry(attempts, Duration.ofSeconds(30), 2, Duration.ofHours(1));
    }


    @Test
    void aRetryIsDelayedByItsJitter() throws Exception {
        Retry jittered = new Retry(1, Duration.ofSeconds(30), 1, Duration.ofHours(1), Duration.ofMinutes(10));
        long run = start(Policy.DEFAULT.withRetry(jittered));
        bench.actions.next().fail(1);
        await().until(() -> bench.scheduler.run(run).orElseThrow().retryAt() != null);
        assertThat(bench.scheduler.run(run).orElseThrow().retryAt()).isAfter(Bench.START.plusSeconds(30)).isBeforeOrEqualTo(Bench.START.plusSeconds(630));
    }

    @Test
    void whatTakesTooLongIsAskedToEnd() throws Exception {
        long run = start(Policy.DEFAULT.withTimeout(Duration.ofMinutes(5)));
        ControlledActions.Running running = bench.actions.next();
        bench.advance(Duration.ofMinutes(5));
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(bench.scheduler.run(run).orElseThrow().reason()).isEqualTo(Reason.of(Reason.Cause.TIMEOUT, "PT5M"));
        assertThat(running.wasKilled()).isFalse();
    }

    @Test
    void whatDoesNotEndWhenItIsAskedIsKilledAfterTheGrace() throws Exception {
        long run = start(Policy.DEFAULT.withKillGrace(Duration.ofSeconds(7)));
        ControlledActions.Running running = bench.actions.next();
        running.ignoreAsking();
        bench.scheduler.stop(run);
        bench.advance(Duration.ofSeconds(6));
        assertThat(running.wasKilled()).isFalse();
        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(running.wasKilled()).isTrue();
    }

    @Test
    void aFailedRunIsTriedAgainAfterAGrowingWaitAndItsAttemptsAreRecorded() throws Exception {
        long run = start(Policy.DEFAULT.withRetry(retry(2)));
        bench.actions.next().fail(1);
        await().until(() -> bench.scheduler.run(run).orElseThrow().retryAt() != null);
        assertThat(bench.scheduler.run(run).orElseThrow().retryAt()).isEqualTo(Bench.START.plusSeconds(30));
        bench.advance(Duration.ofSeconds(30));
        bench.actions.next().fail(2);
        await().until(() -> bench.scheduler.attempts(run).size() == 2);
        bench.advance(Duration.ofSeconds(60));
        bench.actions.next().succeed();
        Run ended = bench.awaitEnd(run);
        assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(ended.attempt()).isEqualTo(3);
        assertThat(ended.reason()).isNull();
        assertThat(bench.scheduler.attempts(run)).extracting(Attempt::number, Attempt::state, Attempt::exitCode).containsExactly(
                tuple(1, RunState.FAILED, 1),
                tuple(2, RunState.FAILED, 2),
                tuple(3, RunState.SUCCEEDED, 0));
        assertThat(bench.events).filteredOn(SchedulerEvent.RunWillRetry.class::isInstance).hasSize(2);
    }

    @Test
    void whatFailsInEveryAttemptHasFailed() throws Exception {
        long run = start(Policy.DEFAULT.withRetry(retry(1)));
        bench.actions.next().fail(1);
        awaitAttempts(run, 1);
        bench.advance(Duration.ofSeconds(30));
        bench.actions.next().fail(3);
        assertThat(bench.awaitEnd(run).exitCode()).isEqualTo(3);
        assertThat(bench.scheduler.attempts(run)).hasSize(2);
    }

    private void awaitAttempts(long run, int count) {
        await().until(() -> bench.scheduler.attempts(run).size() == count);
    }

    @Test
    void aRunThatWaitsForItsNextAttemptCanBeStopped() throws Exception {
        long run = start(Policy.DEFAULT.withRetry(retry(1)));
        bench.actions.next().fail(1);
        awaitAttempts(run, 1);
        bench.scheduler.stop(run);
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(bench.scheduler.status().running()).isZero();
    }

    @Test
    void aStoppedRunIsNotTriedAgain() throws Exception {
        long run = start(Policy.DEFAULT.withRetry(retry(5)));
        bench.actions.next();
        bench.scheduler.stop(run);
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(bench.scheduler.attempts(run)).isEmpty();
    }

    @Test
    void aRunThatFailsByItselfAsItIsStoppedIsNotTriedAgain() throws Exception {
        long run = start(Policy.DEFAULT.withRetry(retry(5)));
        ControlledActions.Running running = bench.actions.next();
        Core core = bench.scheduler.engine().core;
        // Its action has ended, and only that is not known yet: too late to ask it.
        core.locked(() -> core.active.get(run).signal.detach());
        bench.scheduler.stop(run);
        running.fail(1);
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.FAILED);
        assertThat(bench.scheduler.attempts(run)).isEmpty();
    }

    @Test
    void anOccurrenceWaitsForTheOneBeforeWhenThePolicyQueuesThem() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withOverlap(Overlap.QUEUE)));
        ControlledActions.Running first = bench.actions.next();
        bench.advance(Duration.ofMinutes(2));
        bench.awaitStory("a", "RUNNING", "QUEUED", "QUEUED");
        first.succeed();
        ControlledActions.Running second = bench.actions.next();
        bench.awaitStory("a", "SUCCEEDED", "RUNNING", "QUEUED");
        second.succeed();
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void aNewOccurrenceTakesThePlaceOfTheOldestWhenThePolicyReplaces() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withOverlap(Overlap.REPLACE)));
        bench.actions.next();
        bench.advance(Duration.ofMinutes(1));
        bench.actions.next().succeed();
        bench.awaitStory("a", "CANCELLED replaced", "SUCCEEDED");
    }

    @Test
    void whatReplacesARunStartsWhenThatHasEndedAndIsReplacedItselfWhileItWaits() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withKillGrace(Duration.ofSeconds(90)).withOverlap(Overlap.REPLACE)));
        ControlledActions.Running first = bench.actions.next();
        first.ignoreAsking();
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "RUNNING", "QUEUED");
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "RUNNING", "CANCELLED replaced", "QUEUED");
        assertThat(bench.actions.startedCount()).isEqualTo(1);
        bench.advance(Duration.ofSeconds(30));
        bench.actions.next().succeed();
        bench.awaitStory("a", "CANCELLED replaced", "CANCELLED replaced", "SUCCEEDED");
        assertThat(first.wasKilled()).isTrue();
    }

    @Test
    void aRunThatIsEndingBecauseOfItsTimeLimitIsNotTriedAgainWhenItIsStopped() throws Exception {
        long run = start(Policy.DEFAULT.withTimeout(Duration.ofSeconds(5)).withRetry(retry(5)));
        ControlledActions.Running running = bench.actions.next();
        running.ignoreAsking();
        bench.advance(Duration.ofSeconds(6));
        bench.scheduler.stop(run);
        bench.advance(Duration.ofSeconds(10));
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.TIMED_OUT);
        assertThat(bench.actions.startedCount()).isEqualTo(1);
    }

    @Test
    void occurrencesRunBesideEachOtherWhenThePolicyAllowsIt() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withOverlap(Overlap.PARALLEL)));
        bench.actions.next();
        bench.advance(Duration.ofMinutes(2));
        bench.actions.next();
        bench.actions.next();
        bench.awaitStory("a", "RUNNING", "RUNNING", "RUNNING");
        assertThat(bench.scheduler.job("a").orElseThrow().running()).isEqualTo(3);
        assertThat(bench.scheduler.status().running()).isEqualTo(3);
    }

    @Test
    void whatARunIsMadeOfNeedNotBeKnownForItToRun() throws Exception {
        bench.actions.knowNoCircumstances();
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT));
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED");
        assertThat(bench.scheduler.status().trouble()).isNull();
    }

    @Test
    void aJobThatIsDoneIsRemovedWhenItWantsThat() throws Exception {
        bench.scheduler.add(Bench.job("once", Bench.at(Bench.START.plusSeconds(10)), Policy.DEFAULT.withRemoveWhenDone(true)));
        bench.advance(Duration.ofSeconds(10));
        bench.actions.next().succeed();
        await().until(() -> bench.scheduler.job("once").isEmpty());
        assertThat(bench.story("once")).containsExactly("SUCCEEDED");
        assertThat(bench.store.job("once")).isEmpty();
    }

    @Test
    void aJobEndsAfterItsRuns() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withMaxRuns(2L)));
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED");
        bench.advance(Duration.ofMinutes(1));
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED");
        bench.advance(Duration.ofMinutes(3));
        assertThat(bench.story("a")).hasSize(2);
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isNull();
    }

    @Test
    void jitterDelaysTheStartNotThePlannedTime() throws Exception {
        Policy jitter = new Policy(null, Duration.ofSeconds(10), Retry.NONE, 1, Overlap.SKIP, null, Policy.DEFAULT.catchUp(),
                Policy.DEFAULT.onInterrupted(), Duration.ofSeconds(20), 5, null, false, null, null);
        bench.scheduler.add(Bench.everyMinute("a", jitter));
        bench.awaitStory("a", "QUEUED");
        bench.advance(Duration.ofSeconds(20));
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED");
        Run run = bench.runs("a").getFirst();
        assertThat(run.scheduledAt()).isEqualTo(Bench.START);
        assertThat(run.late()).isBetween(Duration.ZERO, Duration.ofSeconds(20));
    }

    @Test
    void aDraftIsRunWithoutBeingSaved() throws Exception {
        Job draft = Bench.everyMinute("draft", Policy.DEFAULT);
        long run = bench.scheduler.test(draft);
        bench.actions.next().succeed();
        assertThat(bench.awaitEnd(run).trigger()).isEqualTo(RunTrigger.TEST);
        assertThat(bench.scheduler.job("draft")).isEmpty();
    }

    @Test
    void theTrialOfADraftIsNotTheLastRunOfTheJob() throws Exception {
        long run = start(Policy.DEFAULT);
        bench.actions.next().succeed();
        bench.awaitEnd(run);
        Job job = bench.scheduler.job("a").orElseThrow().job();

        long trial = bench.scheduler.test(job);
        bench.actions.next().fail(1);
        bench.awaitEnd(trial);

        assertThat(bench.scheduler.job("a").orElseThrow().lastRun().id()).isEqualTo(run);
    }

    @Test
    void aRepetitionIsLinkedToItsRun() throws Exception {
        long run = start(Policy.DEFAULT);
        bench.actions.next().fail(1);
        bench.awaitEnd(run);
        long again = bench.scheduler.rerun(run);
        bench.actions.next().succeed();
        assertThat(bench.awaitEnd(again).rerunOf()).isEqualTo(run);
        assertThat(bench.awaitEnd(again).trigger()).isEqualTo(RunTrigger.RERUN);
    }

    @Test
    void removingAJobLetsWhatRunsGoOnAndCancelsWhatWaits() throws Exception {
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withOverlap(Overlap.QUEUE)));
        ControlledActions.Running first = bench.actions.next();
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "RUNNING", "QUEUED");
        bench.scheduler.remove("a");
        bench.awaitStory("a", "RUNNING", "CANCELLED byRequest");
        first.succeed();
        bench.awaitStory("a", "SUCCEEDED", "CANCELLED byRequest");
    }

    @Test
    void waitingForARunEndsWithItOrWithTheTime() throws Exception {
        long run = start(Policy.DEFAULT);
        ControlledActions.Running running = bench.actions.next();
        assertThat(bench.scheduler.await(run, Duration.ZERO).state()).isEqualTo(RunState.RUNNING);
        running.succeed();
        assertThat(bench.scheduler.await(run, Duration.ofHours(1)).state()).isEqualTo(RunState.SUCCEEDED);
    }
}
