package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.carillon.cli.CommandLineFixture.Result;
import org.carillon.control.server.ServedScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands while an instance runs: over its control API. */
class LiveCommandsTest {
    @TempDir
    private Path directory;

    private ServedScheduler served;
    private CommandLineFixture carillon;

    @BeforeEach
    void anInstance() throws IOException {
        served = new ServedScheduler(directory);
        carillon = new CommandLineFixture(served.data(), new LiveSchedulers(served), null).atThisTime();
    }

    @AfterEach
    void end() throws IOException {
        served.close();
    }

    @Test
    void waitEndsWithTheRunsExitCode() {
        served.scheduler().add(ServedScheduler.job("three", "sleep 0.2; exit 3"));
        served.scheduler().add(ServedScheduler.job("well", "true"));
        served.scheduler().add(ServedScheduler.job("long", "sleep 600"));
        assertThat(carillon.run("wait", id("three")).code()).isEqualTo(3);
        Result well = carillon.run("wait", id("well"), "--json");
        assertThat(well.code()).isZero();
        assertThat(well.json().get("state").stringValue()).isEqualTo("SUCCEEDED");
        String lasting = id("long");
        await().until(() -> served.scheduler().run(Long.parseLong(lasting)).orElseThrow().startedAt() != null);
        Result up = carillon.run("wait", lasting, "--timeout", "PT0.1S");
        assertThat(up.code()).isEqualTo(ExitCode.FAILED);
        assertThat(up.err()).isEqualTo("Run " + lasting + " is still running.\n");
        served.scheduler().stop(Long.parseLong(lasting));
        assertThat(carillon.run("wait", lasting).code()).isNotZero();
        assertThat(carillon.run("wait", "4711").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void stopEndsARunAndSaysWhereItHasEndedAlready() throws Exception {
        served.scheduler().add(ServedScheduler.job("long", "sleep 600"));
        String lasting = id("long");

        assertThat(carillon.run("stop", lasting).code()).isZero();
        served.scheduler().await(Long.parseLong(lasting), Duration.ofSeconds(30));
        Result again = carillon.run("stop", lasting);
        assertThat(again.code()).isZero();
        assertThat(again.err()).isEqualTo("Run " + lasting + " has ended already: CANCELLED.\n");
        assertThat(carillon.run("stop", lasting, "--json").json().get("state").stringValue()).isEqualTo("CANCELLED");
        assertThat(carillon.run("stop", "4711").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void rerunRepeatsARunAndPrintsWhatItPrints() throws Exception {
        served.scheduler().add(ServedScheduler.job("hello", "echo hello; exit 3"));
        String first = id("hello");
        served.scheduler().await(Long.parseLong(first), Duration.ofSeconds(30));

        Result again = carillon.run("rerun", first);
        assertThat(again.code()).isEqualTo(ExitCode.FAILED);
        assertThat(again.out()).isEqualTo("hello\n");
        JsonNode run = carillon.run("rerun", first, "--json").json();
        assertThat(run.get("rerunOf").asString()).isEqualTo(first);
        assertThat(run.get("trigger").stringValue()).isEqualTo("rerun");
        assertThat(carillon.run("rerun", "4711").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    private String id(String job) {
        return Long.toString(served.scheduler().start(job));
    }

    @Test
    void topShowsWhatRunsWhatComesAndWhatEnded() throws Exception {
        served.scheduler().add(ServedScheduler.job("yearly", "true"));
        served.scheduler().add(ServedScheduler.job("lasting", "sleep 600"));
        served.scheduler().await(served.scheduler().start("yearly"), Duration.ofSeconds(20));
        long lasting = served.scheduler().start("lasting");
        await().until(() -> served.scheduler().run(lasting).orElseThrow().startedAt() != null);

        Result once = carillon.run("top", "--once");
        assertThat(once.code()).isZero();
        assertThat(once.out()).contains("Scheduling.").containsSubsequence("Running and waiting", "lasting  RUNNING", "Next", "yearly", "Ended", "yearly  SUCCEEDED")
                .doesNotContain("\u001b");
        JsonNode json = carillon.run("top", "--once", "--json").json();
        assertThat(json.at("/going/0/jobId").stringValue()).isEqualTo("lasting");
        assertThat(json.get("coming")).hasSize(2);
        assertThat(json.at("/ended/0/jobId").stringValue()).isEqualTo("yearly");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thread watching = Thread.ofPlatform().start(() -> carillon.run(out, new ByteArrayOutputStream(), "top", "--interval", "PT0.05S"));
        await().until(() -> out.toString(StandardCharsets.UTF_8).split("\u001b\\[H", -1).length > 3);
        served.scheduler().stop(lasting);
        await().until(() -> out.toString(StandardCharsets.UTF_8).contains("CANCELLED"));
        watching.interrupt();
        watching.join();
    }

    @Test
    void topNeedsAnInstanceUnlessItLooksOnce() {
        CommandLineFixture alone = new CommandLineFixture(directory.resolve("other"), new RealSchedulers(), null);
        assertThat(alone.run("top").code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(alone.run("top", "--once").out()).contains("No instance runs");
    }

    @Test
    void theEnvironmentIsImportedByAnInstanceOrNotAtAll() {
        CommandLineFixture alone = new CommandLineFixture(directory.resolve("other"), new RealSchedulers(), null);
        Result nobody = alone.run("environment");
        assertThat(nobody.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(nobody.out()).isEmpty();
        assertThat(nobody.err()).contains("no instance runs");
    }

    @Test
    void doctorFindsEverythingInOrderWhereItIs() {
        served.scheduler().add(ServedScheduler.job("well", "true"));
        Result well = carillon.run("doctor");
        assertThat(well.code()).as(well.out()).isZero();
        assertThat(well.out()).contains("closed to others").contains("MB are free").contains("The job store can be read: one job").contains("The clock says")
                .doesNotContain("WRONG");
        assertThat(carillon.run("doctor", "--json").json()).extracting(finding -> finding.get("check").stringValue())
                .contains("environment", "directory", "disk", "control", "store", "clock");
    }

    @Test
    void doctorSaysWhatIsWrongAndHowToMendIt() throws IOException {
        assertWrong(carillon.with("PATH", ""), "PATH is empty", "set it where Carillon is started");
        carillon.with("PATH", "/bin");
        Files.setPosixFilePermissions(served.data(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertWrong(carillon, served.data().toString(), "others");
        Files.setPosixFilePermissions(served.data(), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(served.data().resolve("settings.json"), "{nonsense");
        assertWrong(carillon, "settings.json");
        CommandLineFixture nowhere = new CommandLineFixture(directory.resolve("none"), new RealSchedulers(), null);
        Result first = nowhere.run("doctor");
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("not there yet");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void doctorFindsWhatJobsNeedAndIsNotThere() throws IOException {
        CommandLineFixture alone = new CommandLineFixture(directory.resolve("alone"), new RealSchedulers(), null).atThisTime();
        alone.run("executors", "add", "reports");
        alone.run("add", "--id", "gone", "--every", "1h", "--", "/nowhere/program", "x");
        alone.run("add", "--id", "lost", "--every", "1h", "--", "no-such-program");
        alone.run("add", "--id", "own", "--every", "1h", "--env", "PATH=/usr/bin:/bin", "--", "sh", "-c", "true");
        alone.run("add", "--id", "dir", "--every", "1h", "--dir", directory.resolve("none").toString(), "--", "true");
        alone.run("add", "--id", "pool", "--every", "1h", "--executor", "reports", "--", "/bin/true");
        alone.run("add", "--id", "asleep", "--every", "1h", "--paused", "--", "/nowhere/either");
        Path settings = directory.resolve("alone/settings.json");
        Files.writeString(settings, Files.readString(settings).replace("reports", "others"));

        Result doctor = alone.run("doctor");
        assertThat(doctor.code()).isEqualTo(ExitCode.FAILED);
        assertThat(doctor.lines()).anyMatch(line -> line.startsWith("WRONG") && line.contains("/nowhere/program of the job gone"))
                .anyMatch(line -> line.startsWith("note") && line.contains("no-such-program of the job lost"))
                .anyMatch(line -> line.startsWith("WRONG") && line.contains("The job dir starts in the directory"))
                .anyMatch(line -> line.startsWith("WRONG") && line.contains("The job pool runs in the executor reports"))
                .noneMatch(line -> line.contains("job own") || line.contains("asleep"));
    }

    @Test
    void doctorMakesNoStore() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        Result doctor = new CommandLineFixture(empty, new RealSchedulers(), null).atThisTime().run("doctor");
        assertThat(doctor.out()).contains("no job store yet");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void doctorFindsAClockThatGoesWrong() throws InterruptedException {
        served.scheduler().add(ServedScheduler.job("well", "true"));
        served.scheduler().await(served.scheduler().start("well"), Duration.ofSeconds(20));
        // Two clocks of one machine: the fixture's stands still in the past, before the run ended.
        assertWrong(new CommandLineFixture(served.data(), new LiveSchedulers(served), null), "before the last run ended", "set it");
    }

    private static void assertWrong(CommandLineFixture carillon, String... said) {
        Result result = carillon.run("doctor");
        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out().lines().filter(line -> line.startsWith("WRONG"))).anySatisfy(line -> assertThat(line).contains(said));
    }

    @Test
    void whatPrintsSomethingPrintsJson() {
        assertThat(carillon.run("add", "--json", "--id", "a", "--cron", "@yearly", "--", "echo", "x").json().get("next")).hasSize(5);
        assertThat(carillon.run("pause", "a", "--json").json().get("enabled").booleanValue()).isFalse();
        assertThat(carillon.run("resume", "a", "--json").json().get("enabled").booleanValue()).isTrue();
        JsonNode run = carillon.run("start", "a", "--json").json();
        assertThat(run.get("state").stringValue()).isEqualTo("SUCCEEDED");
        JsonNode line = JsonMapper.shared().readTree(carillon.run("log", run.get("id").asString(), "--json").lines().getFirst());
        assertThat(line.propertyNames()).containsExactly("time", "stream", "text");
        assertThat(line.get("text").stringValue()).isEqualTo("x");
        assertThat(carillon.run("explain", "0 0 30 2 *", "--json").json().propertyNames()).containsExactly("words", "warnings", "dialect", "none");
        assertThat(carillon.run("executors", "add", "e", "--json").json().get("name").stringValue()).isEqualTo("e");
        assertThat(carillon.run("executors", "change", "e", "--size", "7", "--json").json().get("size").intValue()).isEqualTo(7);
        assertThat(carillon.run("executors", "remove", "e", "--json").json().get("removed").stringValue()).isEqualTo("e");
        JsonNode exported = carillon.run("export", "--format", "systemd", "--json").json();
        assertThat(exported.at("/files/0/name").stringValue()).startsWith("a.");
        assertThat(exported.at("/entries/0/id").stringValue()).isEqualTo("a");
        assertThat(carillon.run("remove", "a", "--json").json().get("removed").stringValue()).isEqualTo("a");
    }

    @Test
    void everyCommandDoesTheSameWhetherOrNotAnInstanceRuns() {
        CommandLineFixture alone = new CommandLineFixture(directory.resolve("alone"), new RealSchedulers(), null).atThisTime();
        String jobs = """
                {"format":"carillon/1","jobs":[{"id":"b","name":"Bad","trigger":{"type":"cron","expression":"0 3 1 1 *"},
                 "action":{"type":"command","command":"echo no >&2; exit 4"}}]}""";
        for (List<String> line : List.of(List.of("import", "-"), List.of("import", "-"), List.of("import", "-", "--skip"),
                List.of("add", "--id", "a", "--cron", "@yearly", "--", "true"), List.of("add", "--id", "a", "--cron", "@yearly", "--", "true", "x"),
                List.of("add", "--id", "c", "--cron", "@yearly", "--executor", "none", "--", "true"), List.of("jobs"), List.of("skip", "a"), List.of("jobs"),
                List.of("move", "a", "--to", "2099-05-06T07:08:00Z"), List.of("move", "a", "--to", "2001-01-01T00:00"), List.of("skip", "a", "2001-01-01T00:00"),
                List.of("jobs"), List.of("pause", "a"), List.of("skip", "a"), List.of("jobs"), List.of("resume", "a"), List.of("start", "b"), List.of("start", "nobody"),
                List.of("log", "b"), List.of("export"), List.of("export", "--format", "crontab"), List.of("executors", "remove", "none"),
                List.of("remove", "a"), List.of("remove", "a"), List.of("runs", "--job", "a"), List.of("wait", "1"))) {
            String[] words = line.toArray(String[]::new);
            Result here = alone.typing(jobs).run(words);
            Result there = carillon.typing(jobs).run(words);
            assertThat(there.code()).as(line + ": " + there.err() + here.err()).isEqualTo(here.code());
            assertThat(there.out()).as(line.toString()).isEqualTo(here.out());
        }
    }
}
