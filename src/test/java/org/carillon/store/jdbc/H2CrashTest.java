package org.carillon.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.store.Samples.NOON;
import static org.carillon.store.Samples.job;
import static org.carillon.store.Samples.planned;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.carillon.ChildProgram;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.store.Change.AddJob;
import org.carillon.store.Change.AddRun;
import org.carillon.store.Change.Plan;
import org.carillon.store.Change.UpdateRun;
import org.carillon.store.JobStore;
import org.carillon.store.RunQuery;
import org.carillon.store.StoredJob.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store is killed in the middle of its work, again and again; what it had acknowledged must be there. */
class H2CrashTest {
    private static final int KILLS = 5;
    private static final int THREADS = 4;

    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedChangeSurvivesAKill() throws Exception {
        try (JobStore store = H2JobStore.open(directory)) {
            for (int thread = 0; thread < THREADS; thread++) {
                store.commit(List.of(new AddJob(job("job" + thread), NOON)));
            }
        }
        Random random = new Random(4711);
        long highest = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Map<Long, RunState> acknowledged = killAfter(50 + random.nextInt(400));
            highest = check(acknowledged, highest);
        }
    }

    /** Lets the writer run until it has acknowledged so many changes, and kills it. @return what it had acknowledged, by run */
    private Map<Long, RunState> killAfter(int changes) throws Exception {
        Map<Long, RunState> acknowledged = new HashMap<>();
        Process writer = ChildProgram.start(Writer.class, directory.toString());
        try (BufferedReader lines = writer.inputReader()) {
            String line = lines.readLine();
            for (int count = 0; line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                assertThat(words).as(line).hasSize(2);
                acknowledged.merge(Long.valueOf(words[0]), RunState.valueOf(words[1]), H2CrashTest::later);
                if (++count == changes) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(changes / 2);
        return acknowledged;
    }

    private static RunState later(RunState one, RunState other) {
        return one == RunState.SUCCEEDED ? one : other;
    }

    /** @return the highest run id */
    private long check(Map<Long, RunState> acknowledged, long highestBefore) {
        try (JobStore store = H2JobStore.open(directory)) {
            Map<Long, Run> runs = store.runs(RunQuery.newest(1_000_000)).stream().collect(Collectors.toMap(Run::id, run -> run));
            acknowledged.forEach((id, state) -> {
                assertThat(id).isGreaterThan(highestBefore);
                assertThat(runs).containsKey(id);
                assertThat(later(state, runs.get(id).state())).isEqualTo(runs.get(id).state());
            });
            for (int thread = 0; thread < THREADS; thread++) {
                checkPlan(store, "job" + thread, runs);
            }
            long highest = runs.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            assertThat(store.reserveRunIds(1)).isEqualTo(highest + 1);
            return highest;
        }
    }

    /** A run and the plan of its job are one transaction: both or neither. */
    private static void checkPlan(JobStore store, String id, Map<Long, Run> runs) {
        Sound stored = (Sound) store.job(id).orElseThrow();
        long entered = runs.values().stream().filter(run -> run.jobId().equals(id)).count();
        assertThat(stored.planned()).isEqualTo(entered);
        assertThat(stored.nextRun()).isEqualTo(NOON.plusSeconds(entered));
    }

    /** Enters runs and lets them succeed, each as two commits, and prints each as soon as it is acknowledged. */
    static final class Writer {
        private final JobStore store;

        private Writer(JobStore store) {
            this.store = store;
        }

        public static void main(String[] arguments) {
            Writer writer = new Writer(H2JobStore.open(Path.of(arguments[0])));
            for (int thread = 0; thread < THREADS; thread++) {
                String jobId = "job" + thread;
                new Thread(() -> writer.work(jobId)).start();
            }
        }

        private void work(String jobId) {
            long planned = ((Sound) store.job(jobId).orElseThrow()).planned();
            while (true) {
                Run run = planned(store.reserveRunIds(1), jobId, NOON.plusSeconds(planned));
                planned++;
                store.commit(List.of(new AddRun(run), new Plan(jobId, NOON.plusSeconds(planned), planned)));
                print(run);
                Run ended = run.started(NOON, 1, "host", "user").ended(RunState.SUCCEEDED, null, NOON, 0, 0);
                store.commit(List.of(new UpdateRun(ended)));
                print(ended);
            }
        }

        private static void print(Run run) {
            System.out.writeBytes((run.id() + " " + run.state() + "\n").getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
        }
    }
}
