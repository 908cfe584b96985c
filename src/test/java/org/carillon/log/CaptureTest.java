package org.carillon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real processes print. */
class CaptureTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private RunLogs logs;
    private RunLogWriter writer;
    private Process process;
    private OutputPump out;
    private OutputPump err;

    @BeforeEach
    void create() {
        logs = new RunLogs(directory);
        writer = logs.create(1, START);
    }

    private void start(String script) throws IOException {
        process = new ProcessBuilder("/bin/sh", "-c", script).start();
        out = OutputPump.start(process.getInputStream(), LogStream.OUT, writer, Instant::now, null, "out");
        err = OutputPump.start(process.getErrorStream(), LogStream.ERR, writer, Instant::now, null, "err");
    }

    private void end() throws InterruptedException {
        process.waitFor();
        assertThat(out.await(PATIENCE) && err.await(PATIENCE)).isTrue();
        writer.close();
    }

    private List<LogLine> lines() {
        try (RunLogReader reader = logs.open(1).orElseThrow()) {
            return reader.read(0, 1_000_000).lines();
        }
    }

    @Test
    void outputWithoutANewlineIsWhole() throws Exception {
        start("head -c 3000000 /dev/zero | tr '\\0' x");
        end();
        assertThat(Files.size(writer.file())).isEqualTo(3_000_000);
        assertThat(lines()).hasSize(1);
    }

    @Test
    void bytesThatAreNoTextAreKeptAsTheyAre() throws Exception {
        start("head -c 1000000 /dev/urandom | tee '" + directory.resolve("copy") + "'");
        end();
        assertThat(Files.mismatch(writer.file(), directory.resolve("copy"))).isEqualTo(-1);
        assertThat(lines()).isNotEmpty();
    }

    @Test
    void theLinesOfTwoStreamsAreInterleavedAndNeverBroken() throws Exception {
        start("(yes out | head -n 50000) & (yes err | head -n 50000 >&2) & wait");
        end();
        assertThat(lines()).hasSize(100_000).allMatch(line -> line.text().equals(line.stream() == LogStream.OUT ? "out" : "err"));
    }

    @Test
    void ofAProcessThatIsKilledWhileItPrintsEverythingThatArrivedIsThere() throws Exception {
        start("exec yes abcdefg");
        await().atMost(PATIENCE).until(() -> writer.received() > 1_000_000);
        process.destroyForcibly();
        end();
        assertThat(Files.size(writer.file())).isEqualTo(writer.received());
        assertThat(lines().subList(0, 1_000)).allMatch(line -> line.text().equals("abcdefg"));
    }
}
