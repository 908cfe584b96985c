package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.engine.SchedulerStatus.State;
import org.carillon.job.Policy;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.store.RunQuery;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scheduler's start, its end, and its next start. */
@Timeout(30)
class LifeTest {
    @TempDir
    Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatRunsMayEndByItselfAsLongAsTheShutdownWaits() throws Exception {
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.start("a");
        ControlledActions.Running running = bench.actions.next();
        Thread ending = Thread.ofVirtual().start(() -> shutdown(Duration.ofHours(1)));
        await().until(() -> bench.scheduler.status().state() == State.STOPPED);
        running.succeed();
        ending.join();
        assertThat(bench.story("a")).containsExactly("SUCCEEDED");
    }

    @Test
    void whatBecomesDueWhileTheShutdownWaitsIsNotStarted() throws Exception {
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.add(Bench.job("b", Bench.cron("30 12 * * *"), Policy.DEFAULT));
        bench.scheduler.start("a");
        ControlledActions.Running running = bench.actions.next();
        Thread ending = Thread.ofVirtual().start(() -> shutdown(Duration.ofHours(1)));
        await().until(() -> bench.scheduler.status().state() == State.STOPPED);
        bench.clock.advance(Duration.ofMinutes(31));
        running.succeed();
        ending.join();
        assertThat(bench.actions.startedCount()).isEqualTo(1);
        assertThat(bench.story("b")).isEmpty();
        bench.scheduler.start();
        bench.actions.next().succeed();
        bench.awaitStory("b", "SUCCEEDED");
    }

    @Test
    void whatSomebodyAsksForWhileTheShutdownWaitsIsNotStartedNowNorLater() throws Exception {
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.add(Bench.job("b", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.start("a");
        ControlledActions.Running running = bench.actions.next();
        Thread ending = Thread.ofVirtual().start(() -> shutdown(Duration.ofHours(1)));
        await().until(() -> bench.scheduler.status().state() == State.STOPPED);
        bench.scheduler.start("b");
        bench.awaitStory("b", "CANCELLED shutdown");
        running.succeed();
        ending.join();
        bench.scheduler.start();
        assertThat(bench.story("b")).containsExactly("CANCELLED shutdown");
        assertThat(bench.actions.startedCount()).isEqualTo(1);
    }

    @Test
    void whatHasNotEndedWhenTheShutdownsTimeIsOverIsStopped() throws Exception {
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.start("a");
        bench.actions.next();
        Thread ending = Thread.ofVirtual().start(() -> shutdown(Duration.ofSeconds(10)));
        await().until(() -> bench.scheduler.status().state() == State.STOPPED);
        assertThat(bench.story("a")).containsExactly("RUNNING");
        await().until(() -> {
            bench.clock.advance(Duration.ofSeconds(11));
            return !ending.isAlive();
        });
        assertThat(bench.story("a")).containsExactly("CANCELLED shutdown");
    }

    @Test
    void aShutdownMayWaitForEver() throws Exception {
        bench.scheduler.shutdown(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(bench.scheduler.status().state()).isEqualTo(State.STOPPED);
    }

    private void shutdown(Duration wait) {
        try {
            bench.scheduler.shutdown(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aClosedSchedulerCanBeReadAndRefusesEveryChange() {
        bench.scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.close();
        assertThat(bench.scheduler.jobs()).extracting(JobStatus::id).containsExactly("a");
        assertThat(bench.scheduler.json("a")).isPresent();
        List<Runnable> changes = List.of(
                () -> bench.scheduler.add(Bench.job("b", Bench.cron("0 0 1 1 *"), Policy.DEFAULT)),
                () -> bench.scheduler.addAll(List.of(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT)), WhenExists.REPLACE),
                () -> bench.scheduler.replace(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT.withMaxInstances(2))),
                () -> bench.scheduler.reschedule("a", Bench.cron("30 * * * *")),
                () -> bench.scheduler.pause("a"),
                () -> bench.scheduler.remove("a"),
                () -> bench.scheduler.pauseAll(null),
                () -> bench.scheduler.start("a"),
                () -> bench.scheduler.test(Bench.job("draft", Bench.cron("0 0 1 1 *"), Policy.DEFAULT)));
        for (Runnable change : changes) {
            assertThatThrownBy(change::run).isInstanceOf(SchedulerClosedException.class);
        }
        assertThat(bench.scheduler.runs(RunQuery.newest(10))).isEmpty();
    }

    @Test
    void aClosedSchedulerStartsAgainWithItsJobsAndItsListeners() throws Exception {
        bench.actions.succeedAtOnce();
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.close();
        bench.scheduler.start();
        assertThat(bench.scheduler.status().state()).isEqualTo(State.SCHEDULING);
        long run = bench.scheduler.start("a");
        assertThat(bench.awaitEnd(run).state()).isEqualTo(RunState.SUCCEEDED);
        bench.scheduler.close();
        assertThat(bench.events).extracting(SchedulerEvent::kind).containsExactly(
                EventKind.SCHEDULER_STARTED, EventKind.JOB_ADDED, EventKind.SCHEDULER_STOPPED,
                EventKind.SCHEDULER_STARTED, EventKind.RUN_STARTED, EventKind.RUN_ENDED, EventKind.SCHEDULER_STOPPED);
    }

    @Test
    void aBlockingSchedulersStartReturnsWhenItWasShutDown() throws Exception {
        List<SchedulerEvent> events = new CopyOnWriteArrayList<>();
        BlockingScheduler scheduler = BlockingScheduler.builder().store(new MemoryJobStore()).logs(new RunLogs(directory)).build();
        scheduler.listen(EventKind.SCHEDULER, event -> {
            events.add(event);
            if (event instanceof SchedulerEvent.SchedulerStarted) {
                Thread.ofVirtual().start(scheduler::close);
            }
        });
        scheduler.start();
        scheduler.start();
        await().until(() -> events.size() == 4);
        assertThat(scheduler.status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aBlockingSchedulerIsClosedWhenItsThreadIsInterrupted() throws Exception {
        BlockingScheduler scheduler = BlockingScheduler.builder().store(new MemoryJobStore()).logs(new RunLogs(directory)).build();
        Thread main = Thread.ofVirtual().start(() -> {
            try {
                scheduler.start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> scheduler.status().state() == State.SCHEDULING);
        main.interrupt();
        main.join();
        assertThat(scheduler.status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void closingTwiceAtOnceWaitsForTheEnd() throws Exception {
        bench.scheduler.start();
        bench.scheduler.add(Bench.job("a", Bench.cron("0 0 1 1 *"), Policy.DEFAULT));
        bench.scheduler.start("a");
        ControlledActions.Running running = bench.actions.next();
        running.ignoreAsking();
        Thread first = Thread.ofVirtual().start(bench.scheduler::close);
        Thread second = Thread.ofVirtual().start(bench.scheduler::close);
        await().until(() -> bench.scheduler.status().state() == State.STOPPED);
        assertThat(first.isAlive() && second.isAlive()).isTrue();
        running.succeed();
        first.join();
        second.join();
        assertThat(bench.runs("a")).extracting(Run::state).containsExactly(RunState.CANCELLED);
    }
}
