package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.carillon.cli.CommandLineFixture.Result;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.Run;
import org.carillon.job.RunTrigger;
import org.carillon.settings.DataDirectory;
import org.carillon.store.Change;
import org.carillon.store.JobStore;
import org.carillon.store.jdbc.H2JobStore;
import org.carillon.trigger.TriggerDefaults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisabledOnOs(OS.WINDOWS)
class RunCommandsTest {
    private static final String JOBS = """
            {"format":"carillon/1","jobs":[
              {"id":"good","name":"Good","trigger":{"type":"cron","expression":"0 3 1 1 *"},
               "action":{"type":"command","command":"echo one; echo two"}},
              {"id":"bad","name":"Bad","trigger":{"type":"cron","expression":"0 3 1 1 *"},
               "action":{"type":"command","command":"echo trouble >&2; exit 3"}}]}
            """;
    private static final String TICK = """
            {"format":"carillon/1","jobs":[{"id":"tick","name":"Tick tock","trigger":{"type":"interval","every":"PT0.2S"},
              "action":{"type":"command","command":["echo","tick"]}}]}
            """;

    @TempDir
    private Path data;

    private CommandLineFixture carillon;

    @BeforeEach
    void aCommandLine() {
        carillon = new CommandLineFixture(data, new RealSchedulers(), null);
    }

    @Test
    void aJobThatIsStartedPrintsAndItsSuccessIsTheExitCode() {
        carillon.typing(JOBS).run("import", "-");

        Result good = carillon.run("start", "good");
        assertThat(good.code()).as(good.err()).isZero();
        assertThat(good.out()).isEqualTo("one\ntwo\n");
        assertThat(good.err()).isEmpty();

        assertThat(carillon.run("rerun", "1").out()).isEqualTo("one\ntwo\n");

        Result bad = carillon.run("start", "bad");
        assertThat(bad.code()).isEqualTo(ExitCode.FAILED);
        assertThat(bad.out()).isEqualTo("trouble\n");
        assertThat(bad.err()).contains("FAILED").contains("exit code 3");
    }

    @Test
    void runsAreListedTheNewestFirst() {
        carillon.typing(JOBS).run("import", "-");
        carillon.run("start", "good");
        carillon.run("start", "bad");

        JsonNode runs = carillon.run("runs", "--json").json();
        assertThat(runs).hasSize(2);
        JsonNode bad = runs.get(0);
        assertThat(bad.propertyNames()).containsExactly("id", "jobId", "jobName", "state", "reason", "reasonText", "reasonDetail",
                "scheduledAt", "startedAt", "endedAt", "durationMs", "lateMs", "exitCode", "attempt", "trigger", "rerunOf", "host", "user", "outputBytes",
                "command", "directory", "environment");
        assertThat(bad.get("jobId").asString()).isEqualTo("bad");
        assertThat(bad.get("state").asString()).isEqualTo("FAILED");
        assertThat(bad.get("reason").asString()).isEqualTo("exitCode");
        assertThat(bad.get("exitCode").intValue()).isEqualTo(3);
        assertThat(bad.get("directory").asString()).isEqualTo(System.getProperty("user.home"));
        assertThat(bad.get("environment").asString()).matches("[0-9a-f]{32}");
        assertThat(bad.get("command").asString()).contains("exit 3");
        assertThat(bad.get("trigger").asString()).isEqualTo("manual");
        assertThat(bad.get("scheduledAt").isNull()).isTrue();
        assertThat(bad.get("startedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?\\+08:00");
        assertThat(bad.get("outputBytes").intValue()).isEqualTo(8);
        assertThat(bad.get("id").longValue()).isGreaterThan(runs.get(1).get("id").longValue());

        assertThat(carillon.run("log", bad.get("id").asString()).out()).isEqualTo("trouble\n");
        assertThat(carillon.run("runs").lines()).hasSize(3).first().asString().contains("RUN", "STATE", "PLANNED");
        assertThat(carillon.run("jobs", "--json").json().get(0).get("lastRun").get("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void runsAreChosenByJobStateAndNumber() {
        carillon.typing(JOBS).run("import", "-");
        carillon.run("start", "good");
        carillon.run("start", "bad");
        carillon.run("start", "good");

        assertThat(states("--job", "good")).containsExactly("SUCCEEDED", "SUCCEEDED");
        assertThat(states("--state", "Failed")).containsExactly("FAILED");
        assertThat(states("--state", "failed,succeeded", "--limit", "2")).containsExactly("SUCCEEDED", "FAILED");
        assertThat(states("--limit", "1")).containsExactly("SUCCEEDED");
        assertThat(states("--state", "missed")).isEmpty();
        assertThat(carillon.run("runs", "--job", "nope").code()).isEqualTo(ExitCode.NOT_FOUND);

        carillon.run("remove", "bad");
        assertThat(states("--job", "bad")).containsExactly("FAILED");
    }

    @Test
    void aRunWhoseSchedulerDiedIsNotSaidToBeRunning() {
        leaveARunRunning();

        assertThat(states()).containsExactly("INTERRUPTED");
        assertThat(states("--state", "interrupted")).containsExactly("INTERRUPTED");
        assertThat(states("--state", "running")).isEmpty();
        assertThat(carillon.run("runs").out()).contains("INTERRUPTED").contains("Carillon ended");
    }

    @Test
    void waitingForARunThatNobodyWillStartFailsAtOnceAndSaysSo() {
        leave(run -> run);

        Result waited = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> carillon.run("wait", "1"));

        assertThat(waited.code()).isEqualTo(ExitCode.FAILED);
        assertThat(waited.err()).contains("nothing schedules", "run 1 stays queued until an instance starts");
        assertThat(carillon.run("stop", "1").code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(states()).containsExactly("QUEUED");
    }

    @Test
    void lookingAtJobsStartsNothingThatIsDue() {
        carillon.typing(TICK).run("import", "-");
        await().until(() -> Instant.now().isAfter(nextRun()));

        carillon.run("jobs");
        carillon.run("runs");

        assertThat(states()).isEmpty();
    }

    @Test
    void withoutAWindowEachRunIsPrintedAsItStartsAndEnds() throws Exception {
        carillon.typing(TICK).run("import", "-");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AtomicInteger code = new AtomicInteger(-1);
        Thread running = Thread.ofPlatform().start(() -> code.set(carillon.run(out, err, "run")));
        try {
            await().until(() -> text(out).lines().filter(line -> line.contains("SUCCEEDED")).count() >= 3);
        } finally {
            running.interrupt();
            running.join(TimeUnit.SECONDS.toMillis(30));
        }

        assertThat(code).hasValue(ExitCode.DONE);
        assertThat(text(out).lines()).allMatch(line ->
                line.matches("\\S+T\\d\\d:\\d\\d:\\d\\d\\+08:00  \\d+  Tick tock  (RUNNING|[A-Z]+  \\S.*)"));
        assertThat(text(out)).contains("RUNNING");
        assertThat(text(err)).startsWith("Scheduling one job in " + data).endsWith("Stopped.\n");
        assertThat(states()).doesNotContain("RUNNING").contains("SUCCEEDED");
    }

    private void leaveARunRunning() {
        leave(run -> run.started(Instant.now(), 1, "host", "ana"));
    }

    private void leave(UnaryOperator<Run> state) {
        DataDirectory directory = carillon.directory().prepare();
        Job job = JobJson.readFile(JOBS, new TriggerDefaults(CommandLineFixture.ZONE, Instant.now(), "")).getFirst();
        try (JobStore store = H2JobStore.open(directory.root())) {
            Run run = Run.queued(store.reserveRunIds(1), job, null, RunTrigger.MANUAL);
            store.commit(List.of(new Change.AddJob(job, null), new Change.AddRun(state.apply(run))));
        }
    }

    private Instant nextRun() {
        return Instant.parse(carillon.run("jobs", "--json").json().get(0).get("nextRun").asString());
    }

    private List<String> states(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "runs";
        arguments[1] = "--json";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return carillon.run(arguments).json().valueStream().map(run -> run.get("state").asString()).toList();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
