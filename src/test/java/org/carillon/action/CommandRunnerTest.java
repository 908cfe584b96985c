package org.carillon.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Reason;
import org.carillon.job.SuccessRule;
import org.carillon.log.LogLine;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandRunnerTest {
    private static final AtomicLong NEXT_RUN = new AtomicLong();

    @TempDir
    Path directory;
    private final StopSignal stop = new StopSignal();
    private final RunMark mark = new RunMark(UUID.randomUUID().toString(), NEXT_RUN.incrementAndGet(), "job");
    private RunLogs logs;

    @BeforeEach
    void open() {
        logs = new RunLogs(directory.resolve("logs"));
    }

    private ActionResult run(CommandAction action) throws InterruptedException {
        try (RunLogWriter log = logs.create(mark.runId(), Instant.now())) {
            return new Actions(Instant::now, new Tasks()).run(new ActionRun(action, mark), log, stop);
        }
    }

    private CompletableFuture<ActionResult> runInBackground(CommandAction action, UserEnvironment environment) {
        return CompletableFuture.supplyAsync(() -> {
            try (RunLogWriter log = logs.create(mark.runId(), Instant.now())) {
                return new CommandRunner(Instant::now, environment, RootProcesses.NONE).run(action, mark, log, stop);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private CompletableFuture<ActionResult> runInBackground(CommandAction action) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run(action);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What is in the log by now. */
    private String printed() {
        return logs.find(mark.runId()).map(CommandRunnerTest::read).orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> printed(LogStream stream) {
        try (RunLogReader reader = logs.open(mark.runId()).orElseThrow()) {
            return reader.read(0, 100).lines().stream().filter(line -> line.stream() == stream).map(LogLine::text).toList();
        }
    }

    private CommandAction shell(String line) {
        return with(line, Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT);
    }

    private CommandAction with(String line, Map<String, String> environment, String stdin, Charset charset, SuccessRule success) {
        return new CommandAction(new CommandLine.ShellLine(line, null), directory.toString(), environment, stdin, charset, success);
    }

    private CommandAction program(String... words) {
        return new CommandAction(new CommandLine.Program(List.of(words)), directory.toString(), Map.of(), "",
                StandardCharsets.UTF_8, SuccessRule.DEFAULT);
    }

    private boolean isAlive() {
        return ProcessTree.ON_LINUX && new LinuxProcessTree(LinuxProcessTree.UNKNOWN_ROOT, mark::isIn).isAlive();
    }

    @Test
    void bothStreamsAreTakenAndTheExitCodeSaysHowItWent() throws Exception {
        ActionResult result = run(shell("echo one; echo two >&2; exit 3"));
        assertThat(result).isEqualTo(new ActionResult(false, 3, Reason.of(Reason.Cause.EXIT_CODE, "3")));
        assertThat(printed(LogStream.OUT)).containsExactly("one");
        assertThat(printed(LogStream.ERR)).containsExactly("two");
    }

    @Test
    void aProgramGetsItsArgumentsAsTheyAre() throws Exception {
        assertThat(run(program("printf", "%s|", "a b", "$HOME", "*", "")).succeeded()).isTrue();
        assertThat(printed()).isEqualTo("a b|$HOME|*||");
    }

    @Test
    void itRunsInItsDirectoryWithItsEnvironment() throws Exception {
        run(with("pwd; echo $GREETING $CARILLON_JOB $CARILLON_RUN", Map.of("GREETING", "hello"), "",
                StandardCharsets.UTF_8, SuccessRule.DEFAULT));
        assertThat(printed()).isEqualTo("%s\nhello job %d\n".formatted(directory.toRealPath(), mark.runId()));
    }

    @Test
    void withoutADirectoryItRunsAtHome() throws Exception {
        run(CommandAction.of(new CommandLine.ShellLine("pwd -P", null)));
        assertThat(printed().strip()).isEqualTo(Path.of(System.getProperty("user.home")).toRealPath().toString());
    }

    @Test
    void itReadsItsInputInItsEncodingAndThenTheEnd() throws Exception {
        run(with("od -An -tx1", Map.of(), "备", Charset.forName("GBK"), SuccessRule.DEFAULT));
        assertThat(printed().strip()).isEqualTo("b1 b8");
    }

    @Test
    void aCommandThatDoesNotReadItsInputEndsAllTheSame() throws Exception {
        ActionResult result = run(with("exit 0", Map.of(), "x".repeat(1_000_000), StandardCharsets.UTF_8, SuccessRule.DEFAULT));
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void aMissingProgramIsNotStartedAndNamed() throws Exception {
        ActionResult result = run(program("no-such-program", "x"));
        assertThat(result.reason().cause()).isEqualTo(Reason.Cause.NOT_STARTED);
        assertThat(result.reason().detail()).contains("no-such-program");
        assertThat(result.exitCode()).isNull();
    }

    @Test
    void aMissingCommandOfAShellLineIsTheShellsExitCode() throws Exception {
        assertThat(run(shell("no-such-program")).exitCode()).isEqualTo(127);
        assertThat(run(shell("PATH=/elsewhere; no-such-program")).reason())
                .isEqualTo(Reason.of(Reason.Cause.COMMAND_NOT_FOUND, System.getenv("PATH")));
    }

    @Test
    void aMissingDirectoryIsNotStartedAndNamed() throws Exception {
        CommandAction action = new CommandAction(new CommandLine.Program(List.of("true")), directory.resolve("none").toString(),
                Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT);
        assertThat(run(action).reason().detail()).contains(directory.resolve("none").toString());
    }

    @Test
    void aSignalIsAnExitCodeOf128AndMore() throws Exception {
        assertThat(run(shell("kill -9 $$")).exitCode()).isEqualTo(137);
    }

    @Test
    void otherExitCodesCanCountAsSuccess() throws Exception {
        SuccessRule rule = new SuccessRule(Set.of(0, 24), null);
        assertThat(run(with("exit 24", Map.of(), "", StandardCharsets.UTF_8, rule)).succeeded()).isTrue();
    }

    @Test
    void outputThatMatchesMakesItFail() throws Exception {
        SuccessRule rule = new SuccessRule(Set.of(0), "(?i)error: \\w+");
        ActionResult result = run(with("echo fine; echo 'an ERROR: disk' >&2", Map.of(), "", StandardCharsets.UTF_8, rule));
        assertThat(result).isEqualTo(new ActionResult(false, 0, Reason.of(Reason.Cause.OUTPUT, "ERROR: disk")));
    }

    @Test
    void theWholeTreeEndsWhenItIsAsked() throws Exception {
        CompletableFuture<ActionResult> running = runInBackground(shell("sleep 100 & sh -c 'sleep 100 & echo ready; wait'; wait"));
        await().until(() -> printed().contains("ready"));
        stop.ask();
        assertThat(running.get().exitCode()).isNotZero();
        assertThat(stop.isAsked()).isTrue();
        assertThat(isAlive()).isFalse();
    }

    @Test
    void whoeverIgnoresBeingAskedIsKilled() throws Exception {
        CompletableFuture<ActionResult> running = runInBackground(
                shell("trap '' TERM; echo ready; while true; do sleep 1; done"));
        await().until(() -> printed().contains("ready"));
        stop.ask();
        await().during(Duration.ofMillis(200)).until(() -> !running.isDone());
        stop.kill();
        assertThat(running.get().exitCode()).isEqualTo(137);
        assertThat(isAlive()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aGrandchildThatLeftTheSessionAndLostItsParentEndsToo() throws Exception {
        CompletableFuture<ActionResult> running = runInBackground(
                shell("setsid sh -c '(sleep 100 &) ; echo left'; sleep 100"));
        await().until(() -> printed().contains("left"));
        stop.ask();
        running.get();
        assertThat(isAlive()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aGrandchildThatIgnoresBeingAskedKeepsTheRunFromEndingUntilItIsKilled() throws Exception {
        CompletableFuture<ActionResult> running = runInBackground(
                shell("sh -c 'trap \"\" TERM; echo ready; while true; do sleep 1; done' & wait"));
        await().until(() -> printed().contains("ready"));
        stop.ask();
        await().during(Duration.ofMillis(1_200)).until(() -> !running.isDone());
        stop.kill();
        running.get();
        assertThat(isAlive()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatIsLeftBehindHoldingTheOutputDoesNotKeepTheRunFromEnding() throws Exception {
        ActionResult result = run(shell("sleep 100 & sleep 0.2; echo done"));
        assertThat(result).isEqualTo(new ActionResult(true, 0, Reason.of(Reason.Cause.LEFT_BEHIND)));
        assertThat(printed()).isEqualTo("done\n");
        new LinuxProcessTree(LinuxProcessTree.UNKNOWN_ROOT, mark::isIn).kill();
        await().until(() -> !isAlive());
    }

    @Test
    void aRunThatIsStoppedBeforeItStartsIsNotStarted() throws Exception {
        stop.ask();
        run(shell("touch started"));
        assertThat(Files.exists(directory.resolve("started"))).isFalse();
    }

    @Test
    void muchOutputArrivesWhole() throws Exception {
        run(shell("head -c 5000000 /dev/zero"));
        assertThat(printed()).hasSize(5_000_000);
    }

    @Test
    void whatIsStoppedWhileItWaitsForTheEnvironmentIsNotStarted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        UserEnvironment slow = new UserEnvironment(() -> {
            asked.countDown();
            await().until(() -> answered.getCount() == 0);
            return new ImportedEnvironment(System.getenv(), null);
        });
        Path file = directory.resolve("started");
        CompletableFuture<ActionResult> running = runInBackground(shell("touch '" + file + "'"), slow);
        asked.await();
        stop.ask();
        answered.countDown();
        assertThat(running.get()).isEqualTo(ActionResult.DONE);
        assertThat(file).doesNotExist();
    }

    @Test
    void anEnvironmentThatCannotBeImportedIsThisProgramsOwn() throws Exception {
        UserEnvironment broken = new UserEnvironment(() -> {
            throw new IllegalArgumentException("no such shell");
        });
        assertThat(runInBackground(shell("test -n \"$PATH\""), broken).get(20, TimeUnit.SECONDS).exitCode()).isZero();
        assertThat(broken.latest().orElseThrow().problem().toString()).contains("no such shell");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFirstProcessOfARunIsWrittenDownWhileItGoesOnAndAnotherOfItsIdIsNotTakenForIt() throws Exception {
        RootProcesses roots = RootProcesses.in(directory.resolve("running"));
        roots.began(7, ProcessHandle.current().pid());
        assertThat(roots.runs()).containsExactly(7L);
        assertThat(roots.of(7).isIn(LinuxProcess.all())).isTrue();
        RootProcess root = roots.of(7);
        assertThat(new RootProcess(root.pid(), root.startTicks() - 1, root.boot()).isIn(LinuxProcess.all())).isFalse();
        assertThat(new RootProcess(root.pid(), root.startTicks(), "another").isIn(LinuxProcess.all())).isFalse();
        roots.ended(7);
        assertThat(roots.runs()).isEmpty();
        assertThat(roots.of(7)).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessesOfADeadSchedulerAreFoundByTheirMark() throws Exception {
        CompletableFuture<ActionResult> running = runInBackground(shell("echo ready; sleep 100"));
        await().until(() -> printed().contains("ready"));
        Orphans orphans = Orphans.of(mark, RootProcesses.NONE);
        assertThat(orphans.isAlive()).isTrue();
        assertThat(Orphans.of(new RunMark("another", mark.runId(), "job"), RootProcesses.NONE).isAlive()).isFalse();
        orphans.ask();
        assertThat(running.get().exitCode()).isEqualTo(143);
        assertThat(orphans.isAlive()).isFalse();
    }
}
