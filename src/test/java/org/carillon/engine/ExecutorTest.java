package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.carillon.job.CatchUp;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.Job;
import org.carillon.job.OnInterrupted;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.log.RunLogs;
import org.carillon.store.ConflictException;
import org.carillon.store.memory.MemoryJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExecutorTest {
    @TempDir
    Path directory;
    private Bench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private void open(ExecutorSpec executor) {
        bench = new Bench(directory, new MemoryJobStore(), Bench.START, executor);
        bench.scheduler.start();
    }

    private static Job once(String id, Policy policy) {
        return Bench.job(id, Bench.at(Bench.START.plusSeconds(1)), policy);
    }

    private static Policy priority(int priority) {
        return new Policy(null, Duration.ZERO, Retry.NONE, 1, Overlap.SKIP, null, CatchUp.ONCE, OnInterrupted.LEAVE, Duration.ZERO,
                priority, null, false, null, null);
    }

    @Test
    void noMoreRunsGoOnThanItsSizeAndTheOthersWait() throws Exception {
        open(ExecutorSpec.of("default", 2));
        bench.scheduler.add(once("a", Policy.DEFAULT));
        bench.scheduler.add(once("b", Policy.DEFAULT));
        bench.scheduler.add(once("c", Policy.DEFAULT));
        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.scheduler.executors()).containsExactly(new ExecutorStatus(ExecutorSpec.of("default", 2), 2, 1));
        assertThat(bench.scheduler.status().queued()).isEqualTo(1);
        bench.actions.next().succeed();
        bench.actions.next().succeed();
        bench.actions.next().succeed();
        await().until(() -> bench.scheduler.executors().getFirst().equals(new ExecutorStatus(ExecutorSpec.of("default", 2), 0, 0)));
    }

    @Test
    void noMoreRunsWaitForAPlaceOfTheirJobThanMayWaitForTheExecutor() throws Exception {
        open(new ExecutorSpec("default", 2, 2));
        bench.scheduler.add(Bench.everyMinute("a", Policy.DEFAULT.withOverlap(Overlap.QUEUE)));
        ControlledActions.Running first = bench.actions.next();
        bench.advance(Duration.ofMinutes(3));
        bench.awaitStory("a", "RUNNING", "QUEUED", "QUEUED", "SKIPPED queueFull");
        assertThat(bench.scheduler.executors().getFirst().queued()).isEqualTo(2);
        first.succeed();
        bench.actions.next().succeed();
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SKIPPED queueFull");
        assertThat(bench.scheduler.executors().getFirst().queued()).isZero();
    }

    @Test
    void whatIsMoreImportantStartsFirst() throws Exception {
        open(ExecutorSpec.of("default", 1));
        bench.scheduler.add(once("blocking", priority(1)));
        bench.advance(Duration.ofSeconds(1));
        ControlledActions.Running blocking = bench.actions.next();
        bench.scheduler.add(Bench.job("low", Bench.at(Bench.START.plusSeconds(2)), priority(9)));
        bench.scheduler.add(Bench.job("high", Bench.at(Bench.START.plusSeconds(3)), priority(1)));
        bench.advance(Duration.ofSeconds(2));
        blocking.succeed();
        ControlledActions.Running next = bench.actions.next();
        assertThat(next.run.mark().jobId()).isEqualTo("high");
        next.succeed();
        assertThat(bench.actions.next().run.mark().jobId()).isEqualTo("low");
    }

    @Test
    void whatFindsTheQueueFullIsSkipped() throws Exception {
        open(new ExecutorSpec("default", 1, 1));
        for (String id : new String[] {"a", "b", "c"}) {
            bench.scheduler.add(once(id, Policy.DEFAULT));
        }
        bench.advance(Duration.ofSeconds(1));
        bench.awaitStory("c", "SKIPPED queueFull");
        assertThat(bench.story("b")).containsExactly("QUEUED");
    }

    @Test
    void whatWaitedLongerThanItsGraceIsMissed() throws Exception {
        open(ExecutorSpec.of("default", 1));
        bench.scheduler.add(once("a", Policy.DEFAULT));
        bench.scheduler.add(Bench.job("b", Bench.at(Bench.START.plusSeconds(2)), Policy.DEFAULT.withMisfireGrace(Duration.ofSeconds(60))));
        bench.advance(Duration.ofSeconds(100));
        bench.actions.next().succeed();
        bench.awaitStory("b", "MISSED graceOver");
        assertThat(bench.runs("b").getFirst().reason().detail()).isEqualTo("PT1M38S");
    }

    @Test
    void anUnknownExecutorIsRefusedWhenAJobIsSaved() {
        open(ExecutorSpec.of("default", 1));
        Job job = new Job("a", "a", "", "", Set.of(), true, Bench.cron("* * * * *"), once("a", Policy.DEFAULT).action(),
                Policy.DEFAULT, "none");
        assertThatThrownBy(() -> bench.scheduler.add(job)).isInstanceOf(NoSuchException.class).hasMessageContaining("none");
        assertThatThrownBy(() -> bench.scheduler.test(job)).isInstanceOf(NoSuchException.class);
        assertThat(bench.scheduler.jobs()).isEmpty();
    }

    @Test
    void amongManyJobsOneWithAnUnknownExecutorRefusesThemAll() {
        open(ExecutorSpec.of("default", 1));
        List<Job> jobs = List.of(once("a", Policy.DEFAULT), in("none", "b"));
        for (WhenExists whenExists : WhenExists.values()) {
            assertThatThrownBy(() -> bench.scheduler.addAll(jobs, whenExists)).isInstanceOf(NoSuchException.class).hasMessageContaining("none");
        }
        assertThat(bench.scheduler.jobs()).isEmpty();
    }

    private static Job in(String executor, String id) {
        Job job = once(id, Policy.DEFAULT);
        return new Job(job.id(), job.name(), "", "", Set.of(), true, job.trigger(), job.action(), job.policy(), executor);
    }

    private ExecutorStatus status(String name) {
        return bench.scheduler.executors().stream().filter(executor -> executor.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void oneThatIsAddedCanBeUsedAtOnce() throws Exception {
        open(ExecutorSpec.of("default", 1));
        bench.scheduler.addExecutor(ExecutorSpec.of("other", 1));
        bench.scheduler.add(in("other", "a"));
        bench.advance(Duration.ofSeconds(1));
        assertThat(status("other").running()).isEqualTo(1);
        assertThat(status("default").running()).isZero();
        assertThatThrownBy(() -> bench.scheduler.addExecutor(ExecutorSpec.of("other", 3))).isInstanceOf(ConflictException.class);
        bench.actions.next().succeed();
        bench.awaitStory("a", "SUCCEEDED");
        assertThat(bench.events).anyMatch(event -> event instanceof SchedulerEvent.ExecutorAdded added && added.executor().name().equals("other"));
    }

    @Test
    void aLargerSizeStartsWhatWaitsAtOnce() throws Exception {
        open(ExecutorSpec.of("default", 1));
        for (String id : new String[] {"a", "b", "c"}) {
            bench.scheduler.add(once(id, Policy.DEFAULT));
        }
        bench.advance(Duration.ofSeconds(1));
        assertThat(status("default").queued()).isEqualTo(2);
        bench.scheduler.changeExecutor(ExecutorSpec.of("default", 2));
        bench.actions.next();
        bench.actions.next();
        assertThat(status("default").running()).isEqualTo(2);
        assertThat(status("default").queued()).isEqualTo(1);
    }

    @Test
    void aSmallerSizeLetsWhatGoesOnEndAndKeepsWhatWaits() throws Exception {
        open(ExecutorSpec.of("default", 2));
        for (String id : new String[] {"a", "b", "c"}) {
            bench.scheduler.add(once(id, Policy.DEFAULT));
        }
        bench.advance(Duration.ofSeconds(1));
        ControlledActions.Running first = bench.actions.next();
        ControlledActions.Running second = bench.actions.next();
        bench.scheduler.changeExecutor(new ExecutorSpec("default", 1, 0));
        first.succeed();
        await().until(() -> status("default").running() == 1);
        assertThat(status("default").queued()).isEqualTo(1);
        second.succeed();
        bench.actions.next().succeed();
        await().until(() -> status("default").running() == 0 && status("default").queued() == 0);
        assertThat(bench.story("c")).containsExactly("SUCCEEDED");
    }

    @Test
    void oneThatJobsUseIsNotRemoved() {
        open(ExecutorSpec.of("default", 1));
        bench.scheduler.addExecutor(ExecutorSpec.of("other", 1));
        bench.scheduler.add(in("other", "a"));
        assertThatThrownBy(() -> bench.scheduler.removeExecutor("other")).isInstanceOf(ConflictException.class).hasMessageContaining("a");
        bench.scheduler.remove("a");
        bench.scheduler.removeExecutor("other");
        assertThatThrownBy(() -> bench.scheduler.add(in("other", "a"))).isInstanceOf(NoSuchException.class).hasMessageContaining("default");
        assertThatThrownBy(() -> bench.scheduler.removeExecutor("other")).isInstanceOf(NoSuchException.class);
        assertThatThrownBy(() -> bench.scheduler.removeExecutor("default")).isInstanceOf(ConflictException.class);
    }

    @Test
    void aChangedJobMustNameOneThatExistsToo() {
        open(ExecutorSpec.of("default", 1));
        bench.scheduler.add(once("a", Policy.DEFAULT));
        assertThatThrownBy(() -> bench.scheduler.replace(in("other", "a"))).isInstanceOf(NoSuchException.class);
    }

    @Test
    void whatWasChangedHoldsAfterARestartToo() {
        open(ExecutorSpec.of("default", 1));
        bench.scheduler.changeExecutor(ExecutorSpec.of("default", 7));
        bench.scheduler.addExecutor(ExecutorSpec.processes("workers", 2, "-Xmx32m"));
        bench.scheduler.close();
        bench.scheduler.start();
        assertThat(bench.scheduler.executors()).extracting(ExecutorStatus::spec)
                .containsExactly(ExecutorSpec.of("default", 7), ExecutorSpec.processes("workers", 2, "-Xmx32m"));
    }

    @Test
    void aChangeThatCannotBeWrittenDownIsRefused() {
        open(ExecutorSpec.of("default", 1));
        try (BackgroundScheduler refusing = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(new RunLogs(directory))
                .keepExecutors(list -> {
                    throw new IllegalStateException("the disk is full");
                }).build()) {
            assertThatThrownBy(() -> refusing.addExecutor(ExecutorSpec.of("other", 1))).hasMessage("the disk is full");
            assertThat(refusing.executors()).hasSize(1);
        }
    }
}
