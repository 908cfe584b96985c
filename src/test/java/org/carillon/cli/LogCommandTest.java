package org.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static void print(RunLogWriter writer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.write(LogStream.OUT, START, bytes, 0, bytes.length);
        writer.flush();
    }
}
