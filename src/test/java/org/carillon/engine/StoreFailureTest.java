package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.CatchUp;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Policy;
import org.carillon.message.Message;
import org.carillon.store.ConflictException;
import org.carillon.store.StoreException;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StoreFailureTest {
    @TempDir
    Path directory;
    private FailingStore store;
    private Bench bench;

    @BeforeEach
    void open() {
        store = new FailingStore(new MemoryJobStore());
        bench = new Bench(directory, store, Bench.START, ExecutorSpec.of("default", 4));
        bench.scheduler.start();
        bench.advance(Duration.ofSeconds(30));
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withCatchUp(CatchUp.SKIP)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void awaitState(State state) {
        await().until(() -> bench.scheduler.status().state() == state);
    }

    @Test
    void aChangeThatCannotBeWrittenIsRefusedAndLeavesTheJobAsItIs() {
        store.fail(true);
        assertThatThrownBy(() -> bench.scheduler.pause("a")).isInstanceOf(StoreException.class);
        assertThat(bench.scheduler.job("a").orElseThrow().job().enabled()).isTrue();
        store.fail(false);
        bench.scheduler.pause("a");
        assertThat(bench.scheduler.job("a").orElseThrow().job().enabled()).isFalse();
        assertThat(bench.scheduler.status().state()).isEqualTo(State.SCHEDULING);
    }

    @Test
    void schedulingGoesOnAfterAChangeWasRefusedAlsoWhenNothingElseIsWritten() {
        bench.actions.succeedAtOnce();
        store.fail(true);
        assertThatThrownBy(() -> bench.scheduler.pause("a")).isInstanceOf(StoreException.class);
        bench.clock.advance(Duration.ofSeconds(5));
        assertThat(bench.scheduler.status().state()).isEqualTo(State.TROUBLED);
        store.fail(false);
        bench.clock.advance(Duration.ofSeconds(10));
        awaitState(State.SCHEDULING);
        bench.advance(Duration.ofSeconds(20));
        bench.awaitStory("a", "SUCCEEDED");
    }

    @Test
    void whatAPausedJobHasSkippedIsCountedWhileOthersWrite() throws Exception {
        bench.scheduler.pause("a");
        bench.clock.advance(Duration.ofSeconds(150));
        CompletableFuture<Void> counting = new CompletableFuture<>();
        CompletableFuture<Void> counted = new CompletableFuture<>();
        store.beforeRuns(() -> {
            counting.complete(null);
            counted.join();
        });
        Thread resuming = Thread.ofPlatform().start(() -> bench.scheduler.resume("a"));
        counting.join();
        bench.scheduler.add(Bench.everyMinute("b", Policy.DEFAULT));
        counted.complete(null);
        resuming.join();
        bench.awaitStory("a", "SKIPPED jobPaused", "SKIPPED jobPaused", "SKIPPED jobPaused");
    }

    @Test
    void whatTheStoreRefusesForNoReasonThatCanBeFoundIsPlannedAgain() {
        bench.actions.succeedAtOnce();
        store.before(changes -> {
            throw new ConflictException(Message.of("engine.noJob", "a"));
        });
        bench.advance(Duration.ofSeconds(31));
        store.before(changes -> { });
        assertThat(bench.scheduler.job("a").orElseThrow().nextRun()).isEqualTo(Bench.START.plusSeconds(60));
        bench.advance(Duration.ofSeconds(62));
        bench.awaitStory("a", "MISSED asleep", "SUCCEEDED");
    }

    @Test
    void whatCannotBeReadAfterARefusalDoesNotEndTheLedger() {
        bench.actions.succeedAtOnce();
        store.beforeRuns(() -> {
            throw new StoreException(Message.of("engine.noJob", "disk"));
        });
        store.before(changes -> {
            throw new ConflictException(Message.of("engine.noJob", "a"));
        });
        bench.advance(Duration.ofSeconds(31));
        store.before(changes -> { });
        store.beforeRuns(() -> { });
        bench.advance(Duration.ofSeconds(62));
        bench.awaitStory("a", "MISSED asleep", "SUCCEEDED");
    }

    @Test
    void anOccurrenceFindsNoPlaceThatWasTakenAfterItWasPlanned() throws Exception {
        CompletableFuture<Void> writing = new CompletableFuture<>();
        CompletableFuture<Void> written = new CompletableFuture<>();
        store.before(changes -> {
            writing.complete(null);
            written.join();
        });
        bench.scheduler.engine().core.ledger.submit(new RunWork(List.of(), () -> { }));
        writing.join();
        Thread asking = Thread.ofPlatform().start(() -> bench.scheduler.start("a"));
        await().until(() -> asking.getState() == Thread.State.WAITING);
        bench.clock.advance(Duration.ofSeconds(31));
        written.complete(null);
        asking.join();
        bench.awaitStory("a", "RUNNING", "SKIPPED overlap");
    }

    @Test
    void aPauseWhoseEndCannotBeWrittenGoesOnAndHoldsNoPlaceInAnExecutor() {
        bench.scheduler.pauseAll(null);
        bench.clock.advance(Duration.ofSeconds(45));
        bench.scheduler.add(Bench.job("b", Bench.at(bench.clock.now().plusSeconds(1)), Policy.DEFAULT));
        store.fail(true);
        assertThatThrownBy(() -> bench.scheduler.resumeAll()).isInstanceOf(StoreException.class);
        store.fail(false);
        bench.scheduler.pauseAll(null);
        assertThat(bench.scheduler.status().state()).isEqualTo(State.PAUSED);
        assertThat(bench.scheduler.executors().getFirst().running()).isZero();
        bench.scheduler.resumeAll();
        bench.awaitStory("a", "SKIPPED paused");
    }

    @Test
    void nothingStartsThatIsNotInTheLedger() {
        store.fail(true);
        bench.clock.advance(Duration.ofSeconds(31));
        awaitState(State.TROUBLED);
        assertThat(bench.actions.startedCount()).isZero();
        assertThat(bench.scheduler.status().trouble()).isNotNull();
    }

    @Test
    void schedulingGoesOnWhenTheStoreWorksAgainAndNothingIsForgotten() throws Exception {
        bench.actions.succeedAtOnce();
        store.fail(true);
        bench.clock.advance(Duration.ofSeconds(31));
        awaitState(State.TROUBLED);
        bench.clock.advance(Duration.ofSeconds(150));
        store.fail(false);
        bench.clock.advance(Duration.ofSeconds(11));
        awaitState(State.SCHEDULING);
        bench.awaitStory("a", "SUCCEEDED", "MISSED storeFailed", "MISSED storeFailed");
        assertThat(bench.events).anyMatch(SchedulerEvent.StoreFailed.class::isInstance);
        await().until(() -> bench.events.stream().anyMatch(SchedulerEvent.StoreRecovered.class::isInstance));
        bench.advance(Duration.ofMinutes(1));
        bench.awaitStory("a", "SUCCEEDED", "MISSED storeFailed", "MISSED storeFailed", "SUCCEEDED");
    }

    @Test
    void theEndOfARunIsRecordedWhenTheStoreWorksAgain() throws Exception {
        long run = bench.scheduler.start("a");
        ControlledActions.Running running = bench.actions.next();
        store.fail(true);
        running.succeed();
        awaitState(State.TROUBLED);
        store.fail(false);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.awaitEnd(run);
        assertThat(bench.story("a")).containsExactly("SUCCEEDED");
    }

    @Test
    void aFailingStoreDoesNotKeepTheSchedulerFromClosing() throws Exception {
        bench.scheduler.start("a");
        bench.actions.next();
        store.fail(true);
        bench.clock.advance(Duration.ofSeconds(31));
        awaitState(State.TROUBLED);
        Thread closing = Thread.ofVirtual().start(bench.scheduler::close);
        await().until(() -> {
            bench.clock.advance(Duration.ofSeconds(1));
            return !closing.isAlive();
        });
    }

    @Test
    void aStartThatTheStoreRefusedCanBeTriedAgain() {
        bench.scheduler.add(Bench.job("boot", Bench.cron("@reboot"), Policy.DEFAULT));
        bench.scheduler.close();
        bench.actions.succeedAtOnce();
        store.fail(true);
        assertThatThrownBy(() -> bench.scheduler.start()).isInstanceOf(StoreException.class);
        assertThat(bench.scheduler.status().state()).isEqualTo(State.STOPPED);
        store.fail(false);
        bench.scheduler.start();
        bench.awaitStory("boot", "SUCCEEDED");
    }
}
