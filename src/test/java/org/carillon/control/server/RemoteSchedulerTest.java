package org.carillon.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.carillon.engine.ChangeOrigin;
import org.carillon.engine.EventKind;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Listening;
import org.carillon.engine.NoSuchException;
import org.carillon.engine.Scheduler;
import org.carillon.engine.SchedulerEvent;
import org.carillon.engine.SchedulerStatus;
import org.carillon.engine.WhenExists;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.ExecutorSpec;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.Origin;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.ConflictException;
import org.carillon.store.RunQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scheduler in another process answers as one in this process does. */
class RemoteSchedulerTest {
    @TempDir
    private Path directory;

    private ServedScheduler served;
    private Scheduler here;
    private Scheduler remote;

    @BeforeEach
    void anInstance() throws IOException {
        served = new ServedScheduler(directory);
        here = served.scheduler();
        remote = served.remote();
    }

    @AfterEach
    void end() throws IOException {
        served.close();
    }

    @Test
    void versionsAreTheSameOnBothSidesAndSayFromWhereTheyWereSaved() {
        Job job = ServedScheduler.job("first", "true");
        ChangeOrigin.from(Origin.WINDOW, () -> {
            remote.add(job);
            return null;
        });
        here.modify("first", now -> now.withName("Two"));
        assertThat(remote.versions("first")).extracting(version -> version.saved().origin()).containsExactly(Origin.PROGRAM, Origin.WINDOW);

        assertThat(remote.restore("first", 1).name()).isEqualTo(job.name());

        assertThat(here.versions("first")).extracting(version -> version.job().name()).containsExactly(job.name(), "Two", job.name());
        assertThatThrownBy(() -> remote.versions("none")).isInstanceOf(NoSuchException.class);
        assertThatThrownBy(() -> remote.restore("first", 9)).isInstanceOf(NoSuchException.class);
    }

    @Test
    void aJobRunsOnceWithAnotherActionFromAfar() throws InterruptedException {
        remote.add(ServedScheduler.job("first", "false"));
        long run = remote.start("first", CommandAction.of(new CommandLine.ShellLine("exit 0", null)));
        assertThat(remote.await(run, Duration.ofSeconds(60)).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(here.run(run).orElseThrow().circumstances().command()).contains("exit 0");
        assertThat(here.job("first").orElseThrow().job()).isEqualTo(ServedScheduler.job("first", "false"));
    }

    @Test
    void anOccurrenceIsSkippedAndMovedFromAfar() {
        remote.add(ServedScheduler.job("first", "true"));
        Instant next = here.job("first").orElseThrow().nextRun();
        long entry = remote.skip("first", next);
        assertThat(here.run(entry).orElseThrow()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.SKIPPED);
            assertThat(run.scheduledAt()).isEqualTo(next);
        });
        assertThatThrownBy(() -> remote.skip("first", next)).isInstanceOf(NoSuchException.class);
        assertThat(remote.job("first").orElseThrow()).isEqualTo(here.job("first").orElseThrow());
        assertThat(remote.job("first").orElseThrow().leftOut()).containsExactly(next);
        Instant second = here.job("first").orElseThrow().nextRun();
        remote.move("first", second, second.plusSeconds(1));
        assertThat(here.job("first").orElseThrow().nextRun()).isEqualTo(second.plusSeconds(1));
        Job moved = here.job("first").orElseThrow().job();
        assertThatThrownBy(() -> remote.move("first", second.plusSeconds(1), Instant.EPOCH)).isInstanceOf(FormatException.class).hasMessageContaining("past already");
        assertThat(here.job("first").orElseThrow().job()).isEqualTo(moved);
        assertThatThrownBy(() -> remote.skip("none", next)).isInstanceOf(NoSuchException.class);
    }

    @Test
    void jobsAreTheSameOnBothSides() {
        remote.add(ServedScheduler.job("first", "true"));
        remote.addAll(List.of(ServedScheduler.job("zebra", "true"), ServedScheduler.job("apple", "true")), WhenExists.REFUSE);

        assertThat(remote.jobs()).isEqualTo(here.jobs()).hasSize(3);
        assertThat(remote.job("zebra")).isEqualTo(here.job("zebra"));
        assertThat(remote.job("nobody")).isEmpty();
        assertThat(remote.json("apple")).isEqualTo(here.json("apple"));
        assertThat(remote.executors()).isEqualTo(here.executors());
        assertThat(remote.status()).isEqualTo(here.status());
    }

    @Test
    void moreJobsThanAPageAreAllThere() {
        List<Job> many = IntStream.range(0, 1500).mapToObj(i -> ServedScheduler.job("job-" + i, "true")).toList();
        assertThat(remote.addAll(many, WhenExists.REFUSE)).isEqualTo(1500);
        assertThat(remote.jobs()).isEqualTo(here.jobs());
    }

    @Test
    void aJobIsChangedPausedResumedAndRemoved() {
        Job job = ServedScheduler.job("one", "true");
        remote.add(job);
        remote.replace(job.withName("Another name"));
        assertThat(here.job("one").orElseThrow().job().name()).isEqualTo("Another name");
        assertThat(remote.modify("one", old -> old.withDescription("said")).description()).isEqualTo("said");

        remote.pause("one");
        assertThat(here.job("one").orElseThrow().job().enabled()).isFalse();
        remote.resume("one");
        assertThat(here.job("one").orElseThrow().job().enabled()).isTrue();
        remote.remove("one");
        assertThat(here.jobs()).isEmpty();
    }

    @Test
    void whatIsRefusedHereIsRefusedThere() {
        remote.add(ServedScheduler.job("one", "true"));
        Job other = ServedScheduler.job("one", "false");
        assertThatThrownBy(() -> remote.add(other)).isInstanceOf(ConflictException.class).hasMessageContaining("one");
        assertThatThrownBy(() -> remote.addAll(List.of(other), WhenExists.REFUSE)).isInstanceOf(ConflictException.class);
        Job lost = new Job("two", "Two", "", "", Set.of(), true, other.trigger(), other.action(), other.policy(), "nowhere");
        assertThatThrownBy(() -> remote.add(lost)).hasMessageContaining("nowhere");
        assertThatThrownBy(() -> remote.addAll(List.of(lost), WhenExists.REPLACE)).hasMessageContaining("nowhere");
        assertThatThrownBy(() -> remote.replace(lost.withId("one"))).hasMessageContaining("nowhere");
        assertThatThrownBy(() -> remote.remove("nobody")).isInstanceOf(NoSuchException.class).hasMessageContaining("nobody");
        assertThatThrownBy(() -> remote.replace(other.withId("nobody"))).isInstanceOf(NoSuchException.class);
        assertThatThrownBy(() -> remote.stop(4711)).isInstanceOf(NoSuchException.class).hasMessageContaining("4711");
    }

    @Test
    void aRunIsStartedAwaitedAndRepeated() throws InterruptedException {
        remote.add(ServedScheduler.job("one", "exit 3"));
        long id = remote.start("one");
        Run run = remote.await(id, Duration.ofSeconds(20));

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.reason()).isEqualTo(here.run(id).orElseThrow().reason());
        Run again = remote.await(remote.rerun(id), Duration.ofSeconds(20));
        assertThat(again.rerunOf()).isEqualTo(id);
        assertThat(remote.runs(RunQuery.newest(10))).extracting(Run::id).containsExactly(again.id(), id);
        assertThat(remote.runs(RunQuery.newest(1))).hasSize(1);
        assertThat(remote.runs(RunQuery.newest(1).before(again.id()))).extracting(Run::id).containsExactly(id);
        assertThat(remote.runs(RunQuery.newest(10).in(Set.of(RunState.SUCCEEDED)))).isEmpty();
        assertThat(remote.run(4711)).isEmpty();
        assertThat(remote.attempts(id)).isEqualTo(here.attempts(id));
    }

    @Test
    void aRunIsStopped() throws InterruptedException {
        long id = remote.test(ServedScheduler.job("long", "sleep 600"));
        assertThat(remote.await(id, Duration.ofMillis(100)).state().isFinal()).isFalse();
        remote.stop(id);
        assertThat(remote.await(id, Duration.ofSeconds(20)).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void executorsAreAddedChangedAndRemoved() {
        remote.addExecutor(ExecutorSpec.of("reports", 2));
        assertThatThrownBy(() -> remote.addExecutor(ExecutorSpec.of("reports", 3))).isInstanceOf(ConflictException.class);
        remote.changeExecutor(ExecutorSpec.processes("reports", 4, "-Xmx64m"));
        assertThat(remote.executors()).isEqualTo(here.executors()).hasSize(2);
        remote.removeExecutor("reports");
        assertThat(here.executors()).hasSize(1);
        assertThatThrownBy(() -> remote.changeExecutor(ExecutorSpec.of("reports", 3))).isInstanceOf(NoSuchException.class);
    }

    @Test
    void everythingIsPausedUntilThen() {
        Instant until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        remote.pauseAll(until);
        assertThat(here.status().state()).isEqualTo(SchedulerStatus.State.PAUSED);
        assertThat(remote.status().pausedUntil()).isEqualTo(until);
        remote.resumeAll();
        assertThat(remote.status().state()).isEqualTo(SchedulerStatus.State.SCHEDULING);
    }

    @Test
    void eventsComeInOrder() throws InterruptedException {
        List<EventKind> heard = new CopyOnWriteArrayList<>();
        remote.add(ServedScheduler.job("one", "true"));
        try (Listening listening = remote.listen(EventKind.RUNS, event -> heard.add(event.kind()))) {
            remote.await(remote.start("one"), Duration.ofSeconds(20));
            await().until(() -> heard.contains(EventKind.RUN_ENDED));
            assertThat(listening).isNotNull();
        }
        assertThat(heard).containsExactly(EventKind.RUN_STARTED, EventKind.RUN_ENDED);
    }

    @Test
    void aChangedJobIsHeardOfAsItIs() {
        List<SchedulerEvent> heard = new CopyOnWriteArrayList<>();
        try (Listening listening = remote.listen(heard::add)) {
            here.add(ServedScheduler.job("one", "true"));
            here.remove("one");
            await().until(() -> heard.size() == 2);
            assertThat(listening).isNotNull();
        }
        assertThat(((SchedulerEvent.JobAdded) heard.get(0)).job()).isEqualTo(ServedScheduler.job("one", "true"));
        assertThat(((SchedulerEvent.JobRemoved) heard.get(1)).jobId()).isEqualTo("one");
    }

    @Test
    void statusesOfJobsThatHaveRunAreTheSameToTheMillisecond() throws InterruptedException {
        remote.add(ServedScheduler.job("one", "true"));
        remote.await(remote.start("one"), Duration.ofSeconds(20));
        JobStatus status = remote.job("one").orElseThrow();
        assertThat(status.lastRun().endedAt())
                .isEqualTo(here.job("one").orElseThrow().lastRun().endedAt().truncatedTo(ChronoUnit.MILLIS));
        assertThat(status.running()).isZero();
    }
}
