package org.carillon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.job.Job;
import org.carillon.job.OnOrphans;
import org.carillon.job.Reason;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.jdbc.H2JobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real engine on a real file, in a process of its own that is killed or stopped in the middle of its work. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class CrashTest {
    @TempDir
    Path data;

    private Path startedFile() {
        return data.resolve("started");
    }

    /** Notes its run, and goes on for longer than the time to the next kill. */
    private String noteAndSleep(String seconds) {
        return "echo $CARILLON_RUN >> '" + startedFile() + "'; sleep " + seconds;
    }

    private List<String> started() throws IOException {
        return Files.exists(startedFile()) ? Files.readAllLines(startedFile()) : List.of();
    }

    private void awaitStarted(int atLeast) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> started().size() >= atLeast);
    }

    private List<Run> ledger() {
        try (JobStore store = H2JobStore.open(data)) {
            return store.runs(RunQuery.newest(100_000)).stream().filter(run -> !run.jobId().equals(Run.OF_SCHEDULER)).toList();
        }
    }

    @Test
    void afterKillsNoRunGoesOnForeverNoneIsStartedTwiceAndNoneIsForgotten() throws Exception {
        int seen = 0;
        for (int round = 0; round < 3; round++) {
            EngineProcess engine = EngineProcess.start(data, noteAndSleep("0.4"));
            awaitStarted(seen + 3 * EngineProcess.JOBS - round);
            engine.kill();
            seen = started().size();
        }
        try (EngineProcess engine = EngineProcess.start(data, noteAndSleep("0.4"))) {
            awaitStarted(seen + EngineProcess.JOBS);
        }
        List<Run> ledger = ledger();
        assertThat(started()).doesNotHaveDuplicates();
        assertThat(ledger).noneMatch(run -> run.state() == RunState.RUNNING);
        assertThat(ledger).anyMatch(run -> run.state() == RunState.INTERRUPTED);
        assertThat(ledger).filteredOn(run -> run.state() == RunState.INTERRUPTED)
                .allMatch(run -> run.reason().cause() == Reason.Cause.CRASHED);
        Map<Long, Run> byId = ledger.stream().collect(Collectors.toMap(Run::id, run -> run));
        assertThat(started()).allSatisfy(id -> assertThat(byId.get(Long.parseLong(id)).startedAt()).isNotNull());
        ledger.stream().map(Run::jobId).distinct().forEach(job -> assertEverySecondIsAccountedForOnce(ledger, job));
    }

    private static void assertEverySecondIsAccountedForOnce(List<Run> ledger, String jobId) {
        List<Run> runs = ledger.stream().filter(run -> run.jobId().equals(jobId)).sorted(Comparator.comparing(Run::scheduledAt)).toList();
        Instant expected = runs.getFirst().scheduledAt();
        for (Run run : runs) {
            assertThat(run.scheduledAt()).as("%s after run %d", jobId, run.id()).isEqualTo(expected);
            expected = run.stretch() == null ? expected.plusSeconds(1) : run.stretch().to().plusSeconds(1);
            if (run.stretch() != null) {
                assertThat(run.stretch().count()).isEqualTo(Duration.between(run.scheduledAt(), expected).toSeconds());
            }
        }
    }

    @Test
    void processesOfAKilledEngineAreEndedByTheNext() throws Exception {
        List<ProcessHandle> orphans = orphansOfAKilledEngine("sleep 600");
        startAndAwaitTheEndOf(orphans);
        assertThat(ledger()).filteredOn(run -> run.startedAt() != null).allMatch(run -> run.state() == RunState.INTERRUPTED);
    }

    @Test
    void processesAreEndedAlsoIfTheEngineThatSettledTheirRunsWasKilledBeforeTheyHadEnded() throws Exception {
        List<ProcessHandle> orphans = orphansOfAKilledEngine("sleep 600");
        try (JobStore store = H2JobStore.open(data)) {
            store.commit(store.unfinished().stream()
                    .map(run -> run.ended(RunState.INTERRUPTED, Reason.of(Reason.Cause.CRASHED), Instant.now(), null, 0))
                    .<Change>map(Change.UpdateRun::new).toList());
        }
        startAndAwaitTheEndOf(orphans);
    }

    @Test
    void processesThatHaveClearedTheirEnvironmentAreEndedToo() throws Exception {
        List<ProcessHandle> orphans = orphansOfAKilledEngine("exec env -i sleep 600");
        startAndAwaitTheEndOf(orphans);
        startAndAwaitTheEndOf(orphans);
        try (Stream<Path> noted = Files.list(data.resolve("logs").resolve("running"))) {
            assertThat(noted).isEmpty();
        }
    }

    @Test
    void processesThatTheirJobsPolicyLeavesGoOnAndTheLedgerSaysWhich() throws Exception {
        List<ProcessHandle> orphans = orphansOfAKilledEngine("exec sleep 600");
        try (JobStore store = H2JobStore.open(data); BackgroundScheduler scheduler = EngineProcess.open(store, data)) {
            scheduler.jobs().forEach(status -> {
                Job job = status.job();
                scheduler.replace(job.withEnabled(false).withPolicy(job.policy().withOrphans(OnOrphans.LEAVE)));
            });
            scheduler.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> store.runs(RunQuery.newest(1_000)).stream()
                    .filter(run -> run.reason() != null && run.reason().cause() == Reason.Cause.CRASHED_LEFT).count() == EngineProcess.JOBS);
            assertThat(orphans).allMatch(ProcessHandle::isAlive);
        }
        List<String> said = ledger().stream().filter(run -> run.state() == RunState.INTERRUPTED).map(run -> run.reason().detail()).toList();
        assertThat(said).containsExactlyInAnyOrderElementsOf(orphans.stream().map(process -> Long.toString(process.pid())).toList());
        orphans.forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> orphansOfAKilledEngine(String command) throws Exception {
        Path pids = data.resolve("pids");
        EngineProcess engine = EngineProcess.start(data, "echo $$ >> '" + pids + "'; " + command);
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(pids) && Files.readAllLines(pids).size() == EngineProcess.JOBS);
        engine.kill();
        List<ProcessHandle> orphans = Files.readAllLines(pids).stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow()).toList();
        assertThat(orphans).allMatch(ProcessHandle::isAlive);
        return orphans;
    }

    private void startAndAwaitTheEndOf(List<ProcessHandle> orphans) {
        try (JobStore store = H2JobStore.open(data); BackgroundScheduler scheduler = EngineProcess.open(store, data)) {
            scheduler.jobs().forEach(job -> scheduler.remove(job.id()));
            scheduler.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void whatAStoppedProcessMissedIsInTheLedgerAndSaysWhy() throws Exception {
        try (EngineProcess engine = EngineProcess.start(data, noteAndSleep("0"))) {
            awaitStarted(EngineProcess.JOBS);
            engine.signal("STOP");
            Instant until = Instant.now().plusSeconds(5);
            await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(until));
            int before = started().size();
            engine.signal("CONT");
            awaitStarted(before + 2 * EngineProcess.JOBS);
        }
        List<Run> ledger = ledger();
        Predicate<Run> asleep = run -> run.state() == RunState.MISSED
                && Arrays.asList(Reason.Cause.COALESCED, Reason.Cause.ASLEEP).contains(run.reason().cause());
        try (JobStore store = H2JobStore.open(data)) {
            assertThat(store.runs(RunQuery.ofJob(Run.OF_SCHEDULER, 100)))
                    .anySatisfy(run -> assertThat(run.reason().cause()).isEqualTo(Reason.Cause.SLEPT));
        }
        Map<String, Long> missed = new HashMap<>();
        ledger.stream().filter(asleep).forEach(run -> missed.merge(run.jobId(), 1L, Long::sum));
        assertThat(missed).hasSize(EngineProcess.JOBS).allSatisfy((job, count) -> assertThat(count).isBetween(2L, 6L));
        missed.keySet().forEach(job -> assertEverySecondIsAccountedForOnce(ledger, job));
    }
}
