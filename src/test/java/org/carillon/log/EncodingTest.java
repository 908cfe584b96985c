package org.carillon.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path directory;

    private RunLogs logs;
    private RunLogWriter writer;

    @BeforeEach
    void create() {
        logs = new RunLogs(directory, task -> { });
        writer = logs.create(1, START);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private void print(LogStream stream, byte[] bytes) {
        writer.write(stream, START, bytes, 0, bytes.length);
    }

    private List<String> guessed() {
        try (RunLogReader reader = logs.openGuessing(1).orElseThrow()) {
            List<String> forwards = reader.read(0, 1_000).lines().stream().map(LogLine::text).toList();
            assertThat(reader.tail(1_000).lines()).extracting(LogLine::text).isEqualTo(forwards);
            return forwards;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, naïve café über 中文 🙂",
        "GBK, 备份完成：共 12 个文件",
        "GBK, 上海 error 上传失败",
        "ISO-8859-1, naïve café für Ägypten à la carte",
        "ISO-8859-1, élan très déjà vu",
        "UTF-16LE, Windows prints this 上海",
        "UTF-16BE, and Java could print that 上海",
    })
    void whatIsPrintedInOneOfTheUsualEncodingsIsReadInIt(String encoding, String text) {
        print(LogStream.OUT, (text + "\n" + text + "\nend\n").getBytes(Charset.forName(encoding)));
        assertThat(guessed()).containsExactly(text, text, "end");
    }

    @Test
    void aMarkAtTheBeginningTellsTheEncodingAndIsNotShown() {
        print(LogStream.OUT, "\ufeff上海\r\n北京\r\n".getBytes(UTF_16LE));
        assertThat(guessed()).containsExactly("上海", "北京");
    }

    @Test
    void wideLinesAreNotBrokenByTheOtherStreamNorByHalfACharacter() {
        byte[] lines = "one 上\ntwo\nthree\n".getBytes(UTF_16LE);
        for (int i = 0; i < lines.length; i += 5) {
            int count = Math.min(5, lines.length - i);
            writer.write(LogStream.OUT, START, lines, i, count);
            print(LogStream.ERR, "no\n".getBytes(UTF_16LE));
        }
        assertThat(guessed()).filteredOn(line -> !line.equals("no")).containsExactly("one 上", "two", "three");
    }

    @Test
    void plainAsciiIsGuessedAnewWhenMoreComes() {
        print(LogStream.OUT, "nothing to see\n".getBytes(UTF_8));
        try (RunLogReader reader = logs.openGuessing(1).orElseThrow()) {
            assertThat(reader.encoding()).isEqualTo(UTF_8);
            long next = reader.read(0, 10).next();
            print(LogStream.OUT, "备份完成\n".getBytes(Charset.forName("GBK")));
            assertThat(reader.read(next, 10).lines()).extracting(LogLine::text).containsExactly("备份完成");
            assertThat(reader.encoding()).isEqualTo(Charset.forName("GBK"));
        }
    }

    @Test
    void aFewBytesOfRubbishDoNotMakeUtf8AnythingElse() {
        print(LogStream.OUT, "中文 and \u00fcber und dann\n".repeat(3).getBytes(UTF_8));
        print(LogStream.OUT, new byte[] {(byte) 0xff, '\n'});
        assertThat(guessed()).contains("中文 and über und dann", "\ufffd");
    }

    @Test
    void aSampleThatIsCutInTheMiddleOfACharacterIsStillUtf8() {
        byte[] text = "中文🙂".getBytes(UTF_8);
        for (int from = 0; from < 3; from++) {
            for (int end = text.length - 3; end <= text.length; end++) {
                assertThat(EncodingGuess.of(text, from, end)).as(from + " to " + end).contains(UTF_8);
            }
        }
    }

    @Test
    void asciiSaysNothing() {
        assertThat(EncodingGuess.of("plain".getBytes(UTF_8), 0, 5)).isEmpty();
        assertThat(EncodingGuess.of(new byte[0], 0, 0)).isEqualTo(Optional.empty());
    }

    @Test
    void anotherEncodingCanBeChosenForAnOldLog() {
        print(LogStream.OUT, "café\n".getBytes(ISO_8859_1));
        writer.close();
        try (RunLogReader reader = logs.open(1, UTF_8).orElseThrow()) {
            assertThat(reader.tail(1).lines().getFirst().text()).isEqualTo("caf\ufffd");
        }
        try (RunLogReader reader = logs.open(1, ISO_8859_1).orElseThrow()) {
            assertThat(reader.tail(1).lines().getFirst().text()).isEqualTo("café");
        }
    }
}
