package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.carillon.control.InstanceLock;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogWriter;
import org.carillon.log.RunLogs;
import java.time.Duration;
import org.carillon.engine.BackgroundScheduler;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.store.memory.MemoryJobStore;
import org.carillon.ui.fx.LiveScheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCommandTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path data;

    private CommandLineFixture carillon;
    private RunLogs logs;

    @BeforeEach
    void aCommandLine() {
        carillon = CommandLineFixture.alone(data);
        logs = new RunLogs(carillon.directory().logs());
    }

    @Test
    void theBytesAreThoseThatWerePrinted() {
        try (RunLogWriter writer = logs.create(7, START)) {
            print(writer, "eins\r\n\tzwei ünd\n");
            print(writer, "ohne Ende");
        }

        CommandLineFixture.Result result = carillon.run("log", "7");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("eins\r\n\tzwei ünd\nohne Ende");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void followingEndsWithTheRunThoughItsSchedulerGoesOn() throws Exception {
        try (InstanceLock lock = InstanceLock.acquire(carillon.directory().lockFile());
                RunLogWriter writer = logs.create(7, START)) {
            print(writer, "first\n");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CompletableFuture<Integer> followed = CompletableFuture.supplyAsync(
                    () -> carillon.run(out, new ByteArrayOutputStream(), "log", "7", "--follow"));
            await().until(() -> out.toString(StandardCharsets.UTF_8).equals("first\n"));

            print(writer, "second\n");
            await().until(() -> out.toString(StandardCharsets.UTF_8).equals("first\nsecond\n"));
            assertThat(followed).isNotDone();

            print(writer, "last\n");
            writer.close();
            assertThat(followed.get(30, TimeUnit.SECONDS)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("first\nsecond\nlast\n");
        }
    }

    @Test
    void followingGoesOnThroughEveryAttemptUntilTheRunIsReallyOver() throws Exception {
        Policy threeTimes = Policy.DEFAULT.withRetry(new Retry(2, Duration.ofMillis(700), 1, Duration.ofHours(1)));
        try (InstanceLock lock = InstanceLock.acquire(carillon.directory().lockFile());
                BackgroundScheduler scheduler = BackgroundScheduler.builder().store(new MemoryJobStore()).logs(logs).build()) {
            scheduler.start();
            scheduler.add(LiveScheduler.yearly("flaky", "Flaky", "echo attempt; exit 1").withPolicy(threeTimes));
            long run = scheduler.start("flaky");
            await().until(() -> logs.find(run).isPresent());

            CommandLineFixture.Result followed = carillon.run("log", Long.toString(run), "--follow");

            assertThat(followed.lines()).containsExactly("attempt", "attempt", "attempt");
            assertThat(followed.code()).isZero();
        }
    }

    @Test
    void followingDoesNotWaitForADeadScheduler() {
        RunLogWriter killed = logs.create(7, START);
        print(killed, "first\n");

        assertThat(carillon.run("log", "7", "--follow").out()).isEqualTo("first\n");
        killed.close();
    }

    @Test
    void followingDoesNotWaitForASchedulerThatCameLater() throws Exception {
        RunLogWriter killed = logs.create(7, START);
        print(killed, "first\n");
        Instant beforeThisProcess = ProcessHandle.current().info().startInstant().orElseThrow().minusSeconds(1);
        Files.setLastModifiedTime(killed.file(), FileTime.from(beforeThisProcess));

        try (InstanceLock lock = InstanceLock.acquire(carillon.directory().lockFile())) {
            assertThat(carillon.run("log", "7", "--follow").out()).isEqualTo("first\n");
        }
        killed.close();
    }

    @Test
    void onlyTheLinesThatAreAskedForArePrintedAndEscapeSequencesStayOutOfAPipe() {
        try (RunLogWriter writer = logs.create(7, START)) {
            print(writer, "\u001b[32mok 1\u001b[0m\nbad 2\nok 3\n");
            printError(writer, START.plusSeconds(60), "bad 4\nok 5\n");
            print(writer, "bad 6");
        }
        assertThat(carillon.run("log", "7").out()).isEqualTo("ok 1\nbad 2\nok 3\nbad 4\nok 5\nbad 6");
        assertThat(carillon.run("log", "7", "--grep", "^ok").lines()).containsExactly("ok 1", "ok 3", "ok 5");
        assertThat(carillon.run("log", "7", "--stderr").lines()).containsExactly("bad 4", "ok 5");
        assertThat(carillon.run("log", "7", "--stderr", "--grep", "bad").lines()).containsExactly("bad 4");
        assertThat(carillon.run("log", "7", "--tail", "2").lines()).containsExactly("ok 5", "bad 6");
        assertThat(carillon.run("log", "7", "--tail", "2", "--grep", "o").lines()).containsExactly("ok 3", "ok 5");
        assertThat(carillon.run("log", "7", "--since", "2026-11-23T12:00:30Z").lines()).first().isEqualTo("bad 4");
        assertThat(carillon.run("log", "7", "--since", "2026-11-23T20:00:30").lines()).first().isEqualTo("bad 4");
        assertThat(carillon.run("log", "7", "--since", "PT1H").lines()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-16LE", "UTF-16BE"})
    void otherEncodingsAreToldApartAndPrintedAsUtf8(String encoding) {
        String text = "\u4e2d\u6587 one\n\u001b[31m\u65e5\u5fd7\u001b[0m two\n";
        byte[] bytes = ((encoding.startsWith("UTF") ? "\ufeff" : "") + text).getBytes(Charset.forName(encoding));
        try (RunLogWriter writer = logs.create(7, START)) {
            writer.write(LogStream.OUT, START, bytes, 0, bytes.length);
        }
        assertThat(carillon.run("log", "7").out()).isEqualTo("\u4e2d\u6587 one\n\u65e5\u5fd7 two\n");
        assertThat(carillon.run("log", "7", "--grep", "\u65e5").out()).isEqualTo("\u65e5\u5fd7 two\n");
    }

    @Test
    void whatAJobPrintsIsReadInItsEncoding() {
        CommandLineFixture real = new CommandLineFixture(data, new RealSchedulers(), null);
        real.typing("""
                {"format":"carillon/1","jobs":[
                  {"name":"Old","trigger":{"type":"date","at":"2099-01-01T00:00:00Z"},
                   "action":{"type":"command","command":"printf '\\\\244\\\\244\\\\244\\\\345\\\\n'","encoding":"Big5"}}]}
                """).run("import", "-");
        assertThat(real.run("start", "old").out()).isEqualTo("\u4e2d\u6587\n");
        assertThat(real.run("log", "old").out()).isEqualTo("\u4e2d\u6587\n");
        assertThat(real.run("log", "old", "--grep", "\u6587").out()).isEqualTo("\u4e2d\u6587\n");
    }

    @Test
    void aLineOfAnyLengthIsSearchedAndPrintedWhole() {
        String line = "x".repeat(2_000_000) + "needle";
        try (RunLogWriter writer = logs.create(7, START)) {
            print(writer, "short\n");
            print(writer, line + "\nend\n");
        }
        assertThat(carillon.run("log", "7", "--grep", "needle$").out()).isEqualTo(line + "\n");
        assertThat(carillon.run("log", "7", "--grep", "needle|end", "--tail", "2").out()).isEqualTo(line + "\nend\n");
        assertThat(carillon.run("log", "7", "--grep", "needle", "--json").out())
                .isEqualTo("{\"time\":\"2026-11-23T20:00:00+08:00\",\"stream\":\"stdout\",\"text\":\"" + line + "\"}\n");
        carillon.onATerminal();
        assertThat(carillon.run("log", "7", "--grep", "needle").out())
                .isEqualTo("x".repeat(2_000_000) + "\u001b[1mneedle\u001b[22m\n");
    }

    @Test
    void anExpressionThatGoesTooDeepIsSaid() {
        try (RunLogWriter writer = logs.create(7, START)) {
            print(writer, "ab".repeat(300_000) + "\n");
        }
        CommandLineFixture.Result result = carillon.run("log", "7", "--grep", "(a|b)*c");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("“(a|b)*c” goes too deep").doesNotContain("StackOverflowError");
    }

    @Test
    void aLastLineWithoutAnEndIsFoundAndCountsAmongTheLast() {
        try (RunLogWriter writer = logs.create(7, START)) {
            print(writer, "bad 1\nbad 2\nbad 3");
        }
        assertThat(carillon.run("log", "7", "--grep", "bad").lines()).containsExactly("bad 1", "bad 2", "bad 3");
        assertThat(carillon.run("log", "7", "--grep", "bad", "--tail", "2").lines()).containsExactly("bad 2", "bad 3");
    }

    @Test
    void onATerminalColoursStayAndErrorsAreRed() {
        try (RunLogWriter writer = logs.create(7, START)) {
            print(writer, "\u001b[32mok\u001b[0m\n");
            printError(writer, START, "so bad\n");
        }
        carillon.onATerminal();
        assertThat(carillon.run("log", "7").out()).isEqualTo("\u001b[32mok\u001b[0m\nso bad\n");
        assertThat(carillon.run("log", "7", "--grep", "bad").out()).isEqualTo("\u001b[31mso \u001b[1mbad\u001b[22m\u001b[0m\n");
    }

    @Test
    void whatCannotBeUnderstoodIsWrongUsage() {
        assertThat(carillon.run("log", "7", "--grep", "(").code()).isEqualTo(2);
        assertThat(carillon.run("log", "7", "--since", "yesterday").err()).contains("“yesterday” is not a time");
        assertThat(carillon.run("log", "7", "--tail", "0").code()).isEqualTo(2);
        assertThat(carillon.run("log", "no-such-job").code()).isEqualTo(3);
        assertThat(carillon.run("log", "7").code()).isEqualTo(3);
        assertThat(data.resolve("carillon.mv.db")).doesNotExist();
    }

    @Test
    void aJobsNewestRunIsPrintedAndARunThatPrintedNothingPrintsNothing() {
        CommandLineFixture real = new CommandLineFixture(data, new RealSchedulers(), null);
        real.typing("""
                {"format":"carillon/1","jobs":[
                  {"name":"Speak","trigger":{"type":"date","at":"2099-01-01T00:00:00Z"},"action":{"type":"command","command":"echo run $RANDOM; echo done"}},
                  {"name":"Silent","trigger":{"type":"date","at":"2099-01-01T00:00:00Z"},"action":{"type":"command","command":"true"}}]}
                """).run("import", "-");
        assertThat(real.run("log", "speak").err()).contains("has not run yet");
        real.run("start", "speak");
        real.run("start", "silent");
        assertThat(real.run("log", "speak").lines()).hasSize(2).last().isEqualTo("done");
        CommandLineFixture.Result silent = real.run("log", "silent", "--follow");
        assertThat(silent.code()).isZero();
        assertThat(silent.out()).isEmpty();
        assertThat(real.run("log", "99").code()).isEqualTo(3);
    }

    private static void printError(RunLogWriter writer, Instant time, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.write(LogStream.ERR, time, bytes, 0, bytes.length);
    }

    private static void print(RunLogWriter writer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.write(LogStream.OUT, START, bytes, 0, bytes.length);
        writer.flush();
    }
}
