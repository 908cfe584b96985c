package org.carillon.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.carillon.ChildProgram;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program that writes a log is killed (SIGKILL on Linux and macOS) while it does. */
@Timeout(60)
class KilledWriterTest {
    private static final int LINES = 20_000;

    @TempDir
    private Path directory;

    @RepeatedTest(3)
    void everythingThatHadArrivedIsThereWithItsTimesAndTheLogCanBeGoneOnWith() throws Exception {
        Process writer = ChildProgram.start(Writer.class, directory.toString());
        long written = 0;
        try (BufferedReader said = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                written = Long.parseLong(line);
                if (written >= LINES) {
                    // Not by the process itself, which would close what is read here.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();

        RunLogs logs = new RunLogs(directory);
        try (RunLogReader reader = logs.open(1).orElseThrow()) {
            List<LogLine> lines = reader.read(0, Integer.MAX_VALUE).lines();
            assertThat(lines.size()).isGreaterThanOrEqualTo((int) written);
            for (int i = 0; i < written; i++) {
                assertThat(lines.get(i).text()).isEqualTo("line " + i);
                assertThat(lines.get(i).stream()).isEqualTo(i % 2 == 0 ? LogStream.OUT : LogStream.ERR);
            }
        }
        assertThat(logs.isComplete(1)).isFalse();
        try (RunLogWriter again = logs.create(1, Writer.START)) {
            again.write(LogStream.OUT, Instant.now(), "\nlast\n".getBytes(StandardCharsets.UTF_8), 0, 6);
        }
        try (RunLogReader reader = logs.open(1).orElseThrow()) {
            assertThat(reader.tail(1).lines().getFirst().text()).isEqualTo("last");
        }
    }

    /** Writes lines for ever, and says how many it has been given back. */
    static final class Writer {
        private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            try (RunLogWriter log = new RunLogs(Path.of(arguments[0])).create(1, START)) {
                for (int i = 0; ; i++) {
                    byte[] line = ("line " + i + "\n").getBytes(StandardCharsets.UTF_8);
                    log.write(i % 2 == 0 ? LogStream.OUT : LogStream.ERR, Instant.now(), line, 0, line.length);
                    if (i % 100 == 0) {
                        System.out.println(i + 1);
                    }
                }
            }
        }
    }
}
