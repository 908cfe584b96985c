package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carillon.job.CatchUp;
import org.carillon.job.Job;
import org.carillon.job.KeepRule;
import org.carillon.job.OnInterrupted;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real H2 file, with runs that ended long ago, and a clock that is moved to the next look. */
@Timeout(60)
class RetentionTest {
    private static final Instant NOW = Bench.START;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path directory;
    private JobStore store;
    private RunLogs logs;
    private ManualTimeSource clock;
    private BackgroundScheduler scheduler;

    @BeforeEach
    void open() {
        store = H2JobStore.open(directory);
        logs = new RunLogs(directory.resolve("logs"));
        clock = new ManualTimeSource(NOW);
    }

    @AfterEach
    void close() {
        if (scheduler != null) {
            scheduler.close();
        }
        store.close();
    }

    private static Job job(String id, Integer keepRuns, Duration keepFor) {
        Policy policy = new Policy(null, Duration.ZERO, Retry.NONE, 1, Overlap.SKIP, null, CatchUp.ONCE, OnInterrupted.LEAVE,
                Duration.ZERO, 5, null, false, keepRuns, keepFor);
        return Bench.job(id, Bench.at(NOW.plus(Duration.ofDays(3_000))), policy);
    }

    /** A run that ended at that time, with a log. */
    private long ended(Job job, RunState state, Instant at) {
        long id = store.reserveRunIds(1);
        Run run = Run.queued(id, job, null, RunTrigger.MANUAL).started(at, 1, "here", "me").ended(state, null, at, null, 4);
        store.commit(List.of(new Change.AddRun(run)));
        try (RunLogWriter log = logs.create(id, at)) {
            log.write(LogStream.OUT, at, "out\n".getBytes(StandardCharsets.UTF_8), 0, 4);
        }
        return id;
    }

    private void save(Job... jobs) {
        store.commit(List.of(jobs).stream().<Change>map(job -> new Change.AddJob(job, NOW.plus(Duration.ofDays(3_000)))).toList());
    }

    private void look(KeepRule usual) {
        scheduler = BackgroundScheduler.builder().store(store).logs(logs).time(clock).keep(usual).build();
        scheduler.start();
        clock.advance(Retention.AFTER_THE_START);
        await().until(() -> scheduler.engine().isSettled(true));
    }

    private List<Long> left(String jobId) {
        return store.runs(RunQuery.ofJob(jobId, 100_000)).stream().map(Run::id).toList().reversed();
    }

    @Test
    void asManyRunsAreKeptAsTheJobSays() {
        Job job = job("a", 3, null);
        save(job);
        List<Long> runs = java.util.stream.IntStream.range(0, 8)
                .mapToObj(number -> ended(job, RunState.SUCCEEDED, NOW.minus(MINUTE.multipliedBy(20 - number)))).toList();
        look(KeepRule.ALL);
        await().untilAsserted(() -> assertThat(left("a")).isEqualTo(runs.subList(5, 8)));
        assertThat(runs.subList(0, 5)).allSatisfy(id -> assertThat(logs.find(id)).isEmpty());
        assertThat(runs.subList(5, 8)).allSatisfy(id -> assertThat(logs.find(id)).isPresent());
    }

    @Test
    void allLogsTogetherHoldNoMoreThanIsSaidAlsoThoseThatTheLedgerDoesNotKnow() throws Exception {
        Job job = job("a", null, null);
        save(job);
        long lost = store.reserveRunIds(1);
        long fresh = store.reserveRunIds(1);
        for (long id : new long[] {lost, fresh}) {
            try (RunLogWriter log = logs.create(id, NOW.minus(Duration.ofDays(3)))) {
                log.write(LogStream.OUT, NOW, new byte[2 << 20], 0, 2 << 20);
            }
        }
        Files.setLastModifiedTime(logs.find(lost).orElseThrow(), FileTime.from(NOW.minus(Duration.ofDays(3))));
        Files.setLastModifiedTime(logs.find(fresh).orElseThrow(), FileTime.from(NOW.minus(Duration.ofHours(3))));
        long older = ended(job, RunState.SUCCEEDED, NOW.minus(MINUTE.multipliedBy(9)));
        long newer = ended(job, RunState.SUCCEEDED, NOW.minus(MINUTE));
        look(new KeepRule(null, null, null, 3));
        await().until(() -> logs.find(lost).isEmpty());
        assertThat(logs.find(fresh)).isPresent();
        assertThat(logs.find(older)).isPresent();
        assertThat(logs.find(newer)).isPresent();
    }

    @Test
    void whatFailedIsKeptTwiceAsLong() {
        Job job = job("a", 2, null);
        save(job);
        long first = ended(job, RunState.FAILED, NOW.minus(MINUTE));
        ended(job, RunState.SUCCEEDED, NOW.minus(MINUTE));
        long failed = ended(job, RunState.FAILED, NOW.minus(MINUTE));
        long kept = ended(job, RunState.SUCCEEDED, NOW.minus(MINUTE));
        long newest = ended(job, RunState.SUCCEEDED, NOW.minus(MINUTE));
        look(KeepRule.ALL);
        await().untilAsserted(() -> assertThat(left("a")).containsExactly(failed, kept, newest).doesNotContain(first));
    }

    @Test
    void runsGoWhenTheirTimeIsOverFailedOnesWhenTwiceThatIs() {
        Job own = job("own", null, Duration.ofDays(1));
        Job usual = job("usual", null, null);
        save(own, usual);
        for (Job job : List.of(own, usual)) {
            ended(job, RunState.FAILED, NOW.minus(Duration.ofDays(30)));
            ended(job, RunState.SUCCEEDED, NOW.minus(Duration.ofDays(3)));
        }
        long failed = ended(own, RunState.FAILED, NOW.minus(Duration.ofHours(40)));
        ended(own, RunState.SUCCEEDED, NOW.minus(Duration.ofHours(30)));
        long last = ended(own, RunState.SUCCEEDED, NOW.minus(Duration.ofHours(20)));
        look(new KeepRule(null, Duration.ofDays(7)));
        await().untilAsserted(() -> assertThat(left("own")).containsExactly(failed, last));
        await().untilAsserted(() -> assertThat(left("usual")).hasSize(1));
    }

    @Test
    void theRunsOfAJobThatIsGoneGoToo() {
        Job gone = job("gone", 1, null);
        ended(gone, RunState.SUCCEEDED, NOW.minus(Duration.ofDays(10)));
        ended(gone, RunState.SKIPPED, NOW.minus(Duration.ofDays(9)));
        long young = ended(gone, RunState.SUCCEEDED, NOW.minus(Duration.ofDays(2)));
        look(new KeepRule(1, Duration.ofDays(7)));
        await().untilAsserted(() -> assertThat(left("gone")).containsExactly(young));
    }

    @Test
    void aJobCanAlwaysSayHowItWentLast() {
        Job job = job("a", null, null);
        save(job);
        ended(job, RunState.SUCCEEDED, NOW.minus(Duration.ofDays(400)));
        long last = ended(job, RunState.SUCCEEDED, NOW.minus(Duration.ofDays(300)));
        look(new KeepRule(null, Duration.ofDays(7)));
        await().untilAsserted(() -> assertThat(left("a")).containsExactly(last));
    }

    @Test
    void moreThanOneBatchGoesAndARunWithoutLogToo() {
        Job job = job("a", 10, null);
        Job old = job("b", null, Duration.ofDays(1));
        save(job, old);
        List<Change> runs = new java.util.ArrayList<>();
        for (Job each : List.of(job, old)) {
            long id = store.reserveRunIds(1_200);
            for (int number = 0; number < 1_200; number++) {
                Instant at = NOW.minus(Duration.ofDays(3)).plusSeconds(number);
                runs.add(new Change.AddRun(Run.queued(id + number, each, null, RunTrigger.MANUAL)
                        .started(at, 1, "here", "me").ended(RunState.SUCCEEDED, null, at, null, 0)));
            }
        }
        store.commit(runs);
        look(KeepRule.ALL);
        await().untilAsserted(() -> assertThat(left("a")).hasSize(10));
        await().untilAsserted(() -> assertThat(left("b")).hasSize(1));
    }

    @Test
    void whatGoesOnStaysAndARunThatEndsLetsOlderOnesGo() throws Exception {
        Job job = job("a", 1, null).withPolicy(job("a", 1, null).policy().withOverlap(Overlap.PARALLEL));
        save(job);
        ControlledActions actions = new ControlledActions();
        scheduler = BackgroundScheduler.builder().store(store).logs(logs).time(clock).actions(actions).build();
        scheduler.start();
        long goingOn = scheduler.start("a");
        ControlledActions.Running first = actions.next();
        long older = scheduler.start("a");
        actions.next().succeed();
        long newest = scheduler.start("a");
        actions.next().succeed();
        await().until(() -> scheduler.run(newest).orElseThrow().state().isFinal() && scheduler.run(older).orElseThrow().state().isFinal());
        await().until(() -> scheduler.engine().isSettled(false));
        clock.advance(Retention.AFTER_A_RUN);
        await().until(() -> scheduler.run(older).isEmpty());
        await().untilAsserted(() -> assertThat(left("a")).containsExactly(goingOn, newest));
        first.succeed();
        await().until(() -> scheduler.run(goingOn).orElseThrow().state().isFinal());
        await().until(() -> scheduler.engine().isSettled(false));
        clock.advance(Retention.AFTER_A_RUN);
        await().until(() -> left("a").equals(List.of(newest)));
    }

    private long printed(Job job, RunState state, int megabytes) {
        long id = store.reserveRunIds(1);
        Run run = Run.queued(id, job, null, RunTrigger.MANUAL).started(NOW, 1, "here", "me").ended(state, null, NOW, null, (long) megabytes << 20);
        store.commit(List.of(new Change.AddRun(run)));
        try (RunLogWriter log = logs.create(id, NOW)) {
            log.write(LogStream.OUT, NOW, new byte[megabytes << 20], 0, megabytes << 20);
        }
        return id;
    }

    private List<Long> withLogs() {
        return List.copyOf(logs.sizes().keySet());
    }

    @Test
    void aJobsLogsHoldNoMoreThanItSaysAndThoseOfFailedRunsTwiceThatAndTheLedgerKeepsItsRuns() {
        Job job = job("a", null, null).withPolicy(job("a", null, null).policy().withKeepMegabytes(4));
        Job other = job("b", null, null);
        save(job, other);
        long others = printed(other, RunState.SUCCEEDED, 5);
        printed(job, RunState.FAILED, 2);
        printed(job, RunState.SUCCEEDED, 2);
        long failed = printed(job, RunState.FAILED, 2);
        long kept = printed(job, RunState.SUCCEEDED, 2);
        long newest = printed(job, RunState.SUCCEEDED, 1);
        look(KeepRule.ALL);
        await().untilAsserted(() -> assertThat(withLogs()).containsExactly(others, failed, kept, newest));
        assertThat(left("a")).hasSize(5);
    }

    @Test
    void allLogsTogetherHoldNoMoreThanTheSettingsSayAndFailedOnesGoLast() {
        Job job = job("a", null, null);
        Job other = job("b", null, null);
        save(job, other);
        long failed = printed(other, RunState.FAILED, 2);
        printed(job, RunState.SUCCEEDED, 2);
        printed(job, RunState.SUCCEEDED, 2);
        long kept = printed(job, RunState.SUCCEEDED, 2);
        long lastOfOther = printed(other, RunState.SUCCEEDED, 2);
        long last = printed(job, RunState.SUCCEEDED, 2);
        look(new KeepRule(null, null, null, 9));
        await().untilAsserted(() -> assertThat(withLogs()).containsExactly(failed, kept, lastOfOther, last));
        assertThat(left("a")).hasSize(4);
    }

    @Test
    void aRunThatGoesOnKeepsItsLogWhateverItHolds() throws Exception {
        Job job = job("a", null, null);
        save(job);
        printed(job, RunState.SUCCEEDED, 3);
        ControlledActions actions = new ControlledActions();
        scheduler = BackgroundScheduler.builder().store(store).logs(logs).time(clock).actions(actions).build();
        scheduler.start();
        long goingOn = scheduler.start("a");
        ControlledActions.Running running = actions.next();
        await().until(() -> store.run(goingOn).orElseThrow().state() == RunState.RUNNING);
        try (RunLogWriter log = logs.create(goingOn, NOW)) {
            log.write(LogStream.OUT, NOW, new byte[3 << 20], 0, 3 << 20);
            OldLogs oldLogs = new OldLogs(scheduler.engine().core, logs, run -> false, () -> false);
            oldLogs.removeBeyond("a", 1);
            oldLogs.removeBeyond(1);
            assertThat(withLogs()).containsExactly(goingOn);
        }
        running.succeed();
    }

    @Test
    void withoutARuleEverythingStays() {
        Job job = job("a", null, null);
        save(job);
        ended(job, RunState.SUCCEEDED, NOW.minus(Duration.ofDays(4_000)));
        ended(job, RunState.SUCCEEDED, NOW.minus(Duration.ofDays(3_000)));
        look(KeepRule.ALL);
        await().untilAsserted(() -> assertThat(left("a")).hasSize(2));
    }
}
