package org.carillon.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.condition.OS.LINUX;
import static org.junit.jupiter.api.condition.OS.MAC;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carillon.ChildProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({LINUX, MAC})
class OutputPumpTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private RunLogs logs;
    private RunLogWriter log;

    @BeforeEach
    void create() {
        logs = new RunLogs(directory);
        log = logs.create(1, Instant.now());
    }

    @AfterEach
    void close() {
        log.close();
    }

    private OutputPump pump(InputStream in, LogStream stream, LineWatcher watcher) {
        return OutputPump.start(in, stream, log, Instant::now, watcher, "test-" + stream);
    }

    private static Process shell(String line) throws IOException {
        return new ProcessBuilder("sh", "-c", line).start();
    }

    private static void print(PipedOutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    @Test
    void bothStreamsOfAProcessAreKeptWholeAndTheirLinesAreNotMixed() throws Exception {
        Process process = shell("for i in $(seq 2000); do echo out-line-$i; echo error-line-$i >&2; done");
        OutputPump out = pump(process.getInputStream(), LogStream.OUT, null);
        OutputPump err = pump(process.getErrorStream(), LogStream.ERR, null);
        assertThat(out.await(LONG) && err.await(LONG)).isTrue();
        log.close();
        try (RunLogReader reader = logs.open(1).orElseThrow()) {
            List<LogLine> lines = reader.read(0, 10_000).lines();
            assertThat(lines).hasSize(4000);
            assertThat(texts(lines, LogStream.OUT)).isEqualTo(numbered("out-line-"));
            assertThat(texts(lines, LogStream.ERR)).isEqualTo(numbered("error-line-"));
        }
    }

    private static String texts(List<LogLine> lines, LogStream stream) {
        return lines.stream().filter(line -> line.stream() == stream).map(LogLine::text).collect(Collectors.joining("\n"));
    }

    private static String numbered(String start) {
        return IntStream.rangeClosed(1, 2000).mapToObj(i -> start + i).collect(Collectors.joining("\n"));
    }

    @Test
    void aPromptAppearsWhileTheProcessWaits() throws Exception {
        Process process = shell("printf 'Continue? '; read answer; echo got $answer");
        OutputPump out = pump(process.getInputStream(), LogStream.OUT, null);
        await().atMost(LONG).untilAsserted(() -> assertThat(log.file()).hasContent("Continue? "));
        process.getOutputStream().write("yes\n".getBytes(UTF_8));
        process.getOutputStream().flush();
        assertThat(out.await(LONG)).isTrue();
        log.close();
        assertThat(log.file()).hasContent("Continue? got yes\n");
    }

    @Test
    void aHundredMegabytesWithoutALineEndNeedNoMemory() throws Exception {
        Process process = shell("head -c 100000000 /dev/zero | tr '\\0' x");
        OutputPump out = pump(process.getInputStream(), LogStream.OUT, null);
        assertThat(out.await(LONG)).isTrue();
        log.close();
        assertThat(Files.size(log.file())).isEqualTo(100_000_000);
        try (RunLogReader reader = logs.open(1).orElseThrow()) {
            assertThat(reader.tail(10).lines()).hasSize(1);
        }
    }

    @Test
    void aStreamThatAGrandchildHoldsOpenCanBeAbandoned() throws Exception {
        try (PipedOutputStream grandchild = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(grandchild)) {
            OutputPump out = pump(in, LogStream.OUT, null);
            print(grandchild, "kept\n");
            await().atMost(LONG).untilAsserted(() -> assertThat(log.file()).hasContent("kept\n"));
            assertThat(out.await(Duration.ofMillis(50))).isFalse();
            out.abandon();
            log.close();
            print(grandchild, "too late\n");
            assertThat(out.await(LONG)).isTrue();
            assertThat(log.file()).hasContent("kept\n");
            assertThat(out.problem()).isEmpty();
        }
    }

    @Test
    void aFullDiskDoesNotStopTheProcess() throws Exception {
        Process program = ChildProgram.withFilesOfAtMost(100, PumpOnFullDisk.class, directory.resolve("small").toString());
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).contains("process 0", "received 1000000", "2.log could not be written", "A part of the run’s output is missing.");
    }

    /** Runs where files cannot become large. */
    static final class PumpOnFullDisk {
        private PumpOnFullDisk() {}

        public static void main(String[] arguments) throws Exception {
            try (RunLogWriter log = new RunLogs(Path.of(arguments[0])).create(2, Instant.now())) {
                Process process = shell("head -c 1000000 /dev/zero");
                OutputPump.start(process.getInputStream(), LogStream.OUT, log, Instant::now, null, "pump").await(LONG);
                System.out.println("process " + process.waitFor() + ", received " + log.received() + ", " + log.problem());
            }
        }
    }

    @Test
    void theFirstMatchingLineIsFoundWhereverThePiecesBegin() throws Exception {
        LineWatcher watcher = new LineWatcher(Pattern.compile("(?i)err[^ ]*: .*$"), UTF_8);
        try (PipedOutputStream process = new PipedOutputStream()) {
            OutputPump out = pump(new PipedInputStream(process), LogStream.OUT, watcher);
            print(process, "fine\nalso fine Er");
            print(process, "ror: dïsk full\r\nerror: later\n");
            await().atMost(LONG).untilAsserted(() -> assertThat(watcher.found()).contains("Error: dïsk full"));
            process.close();
            assertThat(out.await(LONG)).isTrue();
            assertThat(watcher.found()).contains("Error: dïsk full");
        }
    }

    @Test
    void aLastLineWithoutItsEndIsLookedAtToo() throws Exception {
        LineWatcher watcher = new LineWatcher(Pattern.compile("^oops$"), UTF_8);
        LineWatcher other = new LineWatcher(Pattern.compile("^oop$"), UTF_8);
        assertThat(pump(shell("printf 'well\\noops'").getInputStream(), LogStream.OUT, watcher).await(LONG)).isTrue();
        assertThat(pump(shell("printf 'well\\noops'").getInputStream(), LogStream.OUT, other).await(LONG)).isTrue();
        assertThat(watcher.found()).contains("oops");
        assertThat(other.found()).isEmpty();
    }
}
