package org.carillon.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.log.LogStream.ERR;
import static org.carillon.log.LogStream.OUT;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final Instant START = Instant.parse("2026-11-23T23:59:59.5Z");

    @TempDir
    Path directory;

    private final List<Runnable> asked = new ArrayList<>();
    private RunLogs logs;
    private RunLogWriter writer;
    private Instant now = START;

    @BeforeEach
    void create() {
        logs = new RunLogs(directory.resolve("logs"), asked::add);
        writer = logs.create(7, START);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private void print(LogStream stream, String text) {
        print(stream, text.getBytes(UTF_8));
    }

    private void print(LogStream stream, byte[] bytes) {
        writer.write(stream, now, bytes, 0, bytes.length);
    }

    /** A moment passes. */
    private void wait100ms() {
        now = now.plusMillis(100);
        List.copyOf(asked).forEach(Runnable::run);
        asked.clear();
    }

    private LogPage read(long from, int most) {
        try (RunLogReader reader = logs.open(7).orElseThrow()) {
            return reader.read(from, most);
        }
    }

    private List<String> texts() {
        return read(0, 1_000_000).lines().stream().map(LogLine::text).toList();
    }

    private String file() throws Exception {
        return Files.readString(logs.find(7).orElseThrow());
    }

    @Test
    void aWholeLineIsInTheFileAtOnceWithItsTimeAndStream() throws Exception {
        print(OUT, "héllo\n");
        now = now.plusMillis(1);
        print(ERR, "oops\n");
        assertThat(file()).isEqualTo("héllo\noops\n");
        assertThat(read(0, 10)).isEqualTo(new LogPage(
                List.of(new LogLine(0, START, OUT, "héllo", true), new LogLine(7, now, ERR, "oops", true)), 0, 12));
    }

    @Test
    void theFilesLieUnderTheDayInUtcAndOnlyTheirOwnerCanReadThem() throws Exception {
        print(OUT, "one\n");
        Path day = directory.resolve("logs").resolve("2026-11-23");
        assertThat(writer.file()).isEqualTo(day.resolve("7.log").toAbsolutePath());
        assertThat(rights(directory.resolve("logs"))).isEqualTo("rwx------");
        assertThat(rights(day)).isEqualTo("rwx------");
        assertThat(rights(day.resolve("7.log"))).isEqualTo("rw-------");
        assertThat(rights(day.resolve("7.idx"))).isEqualTo("rw-------");
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aLineThatIsSoonEndedIsNotBrokenByTheOtherStream() throws Exception {
        print(OUT, "one ");
        print(ERR, "error\n");
        print(OUT, "two\nthree\nfour");
        print(OUT, "\n");
        assertThat(file()).isEqualTo("error\none two\nthree\nfour\n");
        assertThat(texts()).containsExactly("error", "one two", "three", "four");
    }

    @Test
    void anUnfinishedLineIsWrittenAfterAMomentAndIsReadAgainWhenItHasGrown() throws Exception {
        print(OUT, "done\nPassword: ");
        assertThat(file()).isEqualTo("done\n");
        wait100ms();
        assertThat(file()).isEqualTo("done\nPassword: ");
        LogPage page = read(0, 10);
        assertThat(page.lines()).containsExactly(
                new LogLine(0, START, OUT, "done", true), new LogLine(5, START, OUT, "Password: ", false));
        assertThat(page.next()).isEqualTo(5);
        print(OUT, "secret\nwelcome\n");
        assertThat(read(page.next(), 10).lines()).containsExactly(
                new LogLine(5, START, OUT, "Password: secret", true), new LogLine(22, now, OUT, "welcome", true));
    }

    @Test
    void aLineThatWasLeftUnfinishedForLongMayBeBrokenByTheOtherStream() throws Exception {
        print(OUT, "waiting");
        wait100ms();
        print(ERR, "error\n");
        print(OUT, " over\n");
        assertThat(file()).isEqualTo("waitingerror\n over\n");
        assertThat(texts()).containsExactly("waiting", "error", " over");
        assertThat(read(0, 10).lines()).extracting(LogLine::stream).containsExactly(OUT, ERR, OUT);
        assertThat(read(0, 10).lines()).allMatch(LogLine::ended);
        try (RunLogReader reader = logs.open(7).orElseThrow()) {
            assertThat(reader.tail(2)).isEqualTo(reader.read(7, 10));
            assertThat(reader.readBefore(7, 5).lines()).extracting(LogLine::text).containsExactly("waiting");
        }
    }

    @Test
    void closingWritesWhatIsPending() throws Exception {
        print(OUT, "no end");
        print(ERR, "none here");
        writer.close();
        print(OUT, "too late\n");
        assertThat(file()).isEqualTo("no endnone here");
        assertThat(writer.received()).isEqualTo(15);
        assertThat(texts()).containsExactly("no end", "none here");
    }

    @Test
    void theMomentIsAskedForOnceUntilItIsOver() {
        print(OUT, "a");
        print(OUT, "b");
        print(ERR, "c");
        assertThat(asked).hasSize(1);
        wait100ms();
        print(OUT, "d");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aHugeLineIsKeptWholeAndShownCutAndDoesNotSlowTheRest() throws Exception {
        byte[] part = "x".repeat(60_000).getBytes(UTF_8);
        print(OUT, "before\n");
        for (int i = 0; i < 500; i++) {
            print(OUT, part);
        }
        print(OUT, "\nafter\n");
        assertThat(Files.size(writer.file())).isEqualTo(7 + 30_000_000 + 7);
        assertThat(texts()).containsExactly("before", "x".repeat(8 * 1024) + "…", "after");
        try (RunLogReader reader = logs.open(7).orElseThrow()) {
            assertThat(reader.tail(2).lines()).extracting(LogLine::offset).containsExactly(7L, 30_000_008L);
            assertThat(reader.readBefore(reader.tail(1).from(), 1).from()).isEqualTo(7);
        }
    }

    @Test
    void aLongLineIsSearchedFarBehindWhatIsShownAndKeepsItsBlanks() {
        String line = "    " + "x".repeat(900_000) + "needle  ";
        print(OUT, line + "\r\nshort\n");
        try (RunLogReader reader = logs.open(7).orElseThrow(); LineScan scan = reader.scan()) {
            assertThat(scan.next(false)).isTrue();
            assertThat(scan.plain(() -> false)).hasToString(line);
            assertThat(reader.whole(0, 1 << 20)).isEqualTo(line);
            assertThat(reader.whole(0, 7)).isEqualTo("    xxx…");
            assertThat(scan.next(false)).isTrue();
            assertThat(scan.plain(() -> false)).isEqualTo("short");
        }
    }

    @Test
    void aLongLineIsNotCutInTheMiddleOfACharacter() {
        print(OUT, "x" + "€".repeat(5000) + "\n");
        assertThat(texts()).containsExactly("x" + "€".repeat(8191 / 3) + "…");
    }

    @Test
    void carriageReturnsAreShownAsATerminalShowsThem() {
        print(OUT, "windows\r\n10 %\r50 %\r100 %\nlast\r\r\n\r\n\n");
        print(OUT, "0 %\r" + "filling ".repeat(2000) + "\r99 %\r");
        wait100ms();
        assertThat(texts()).containsExactly("windows", "100 %", "last", "", "", "99 %");
    }

    @Test
    void bytesThatAreNotTextAreReplacedAndOtherEncodingsCanBeChosen() throws Exception {
        byte[] noText = {'a', (byte) 0xff, (byte) 0xc3, '\n'};
        print(OUT, noText);
        print(OUT, "中文\n".getBytes(Charset.forName("GBK")));
        assertThat(texts().getFirst()).isEqualTo("a\ufffd\ufffd");
        try (RunLogReader reader = logs.open(7, Charset.forName("GBK")).orElseThrow()) {
            assertThat(reader.tail(1).lines().getFirst().text()).isEqualTo("中文");
        }
        assertThat(Files.readAllBytes(writer.file())).startsWith(noText);
    }

    @Test
    void pagesLeadForwardsAndBackwardsThroughAllLines() {
        List<String> expected = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            String line = "line " + i + " " + "y".repeat(i % 97);
            expected.add(line);
            block.append(line).append('\n');
            if (i % 7 == 0) {
                print(i % 2 == 0 ? OUT : ERR, block.toString());
                block.setLength(0);
            }
        }
        print(OUT, block.toString());
        try (RunLogReader reader = logs.open(7).orElseThrow()) {
            assertThat(forwards(reader)).isEqualTo(expected);
            assertThat(backwards(reader)).isEqualTo(expected);
        }
    }

    private static List<String> forwards(RunLogReader reader) {
        List<String> texts = new ArrayList<>();
        for (LogPage page = reader.read(0, 40); !page.lines().isEmpty(); page = reader.read(page.next(), 40)) {
            page.lines().forEach(line -> texts.add(line.text()));
        }
        return texts;
    }

    private static List<String> backwards(RunLogReader reader) {
        List<String> texts = new ArrayList<>();
        for (LogPage page = reader.tail(40); !page.lines().isEmpty(); page = reader.readBefore(page.from(), 40)) {
            texts.addAll(0, page.lines().stream().map(LogLine::text).toList());
        }
        return texts;
    }

    @Test
    void aReaderFollowsWhatIsWritten() {
        print(OUT, "first\n");
        try (RunLogReader reader = logs.open(7).orElseThrow()) {
            assertThat(reader.read(6, 10)).isEqualTo(new LogPage(List.of(), 6, 6));
            long next = 6;
            for (int i = 0; i < 300; i++) {
                print(i % 3 == 0 ? ERR : OUT, "line " + i + "\n");
                LogPage page = reader.read(next, 10);
                assertThat(page.lines()).extracting(LogLine::text).containsExactly("line " + i);
                next = page.next();
                assertThat(reader.size()).isEqualTo(next);
            }
        }
    }

    @Test
    void aReaderThatIsInterruptedGoesOn() {
        print(OUT, "one\ntwo\n");
        try (RunLogReader reader = logs.open(7).orElseThrow()) {
            Thread.currentThread().interrupt();
            assertThat(reader.read(0, 1).lines()).hasSize(1);
            print(OUT, "three\n");
            assertThat(reader.tail(9).lines()).hasSize(3);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aRecordWhoseTextWasNeverWrittenIsPassedOver() throws Exception {
        print(OUT, "first\n");
        ByteBuffer lost = ByteBuffer.allocate(Piece.BYTES);
        new Piece(6, START, ERR, false).write(lost);
        Files.write(LogFiles.indexOf(writer.file()), lost.array(), StandardOpenOption.APPEND);
        assertThat(texts()).containsExactly("first");
        print(OUT, "second\n");
        assertThat(read(0, 9).lines()).extracting(LogLine::stream).containsExactly(OUT, OUT);
    }

    @Test
    void aLogIsCompleteFromTheMomentThatItsWriterIsClosedUntilAnotherAttemptWrites() {
        assertThat(logs.isComplete(7)).isFalse();
        print(OUT, "first\n");
        assertThat(logs.isComplete(7)).isFalse();

        writer.close();
        assertThat(logs.isComplete(7)).isTrue();
        assertThat(texts()).containsExactly("first");

        writer = logs.create(7, START);
        print(ERR, "second\n");
        assertThat(logs.isComplete(7)).isFalse();
        assertThat(texts()).containsExactly("first", "second");
        assertThat(read(0, 9).lines()).extracting(LogLine::stream).containsExactly(OUT, ERR);
    }

    @Test
    void betweenTwoAttemptsTheFilesAreFreeAndTheLogIsNotComplete() throws Exception {
        print(OUT, "first");
        writer.release();
        assertThat(file()).isEqualTo("first");
        assertThat(logs.isComplete(7)).isFalse();
        print(OUT, "\nsecond\n");
        assertThat(texts()).containsExactly("first", "second");
        writer.release();
        writer.close();
        assertThat(writer.isClosed()).isTrue();
        assertThat(logs.isComplete(7)).isTrue();
        assertThat(writer.received()).isEqualTo(13);
    }

    @Test
    void aLogWithADamagedOrMissingIndexIsStillReadable() throws Exception {
        print(OUT, "one\ntwo\n");
        Path index = LogFiles.indexOf(writer.file());
        Files.write(index, new byte[100 * Piece.BYTES], StandardOpenOption.APPEND);
        assertThat(texts()).containsExactly("one", "two");
        Files.delete(index);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aRunThatPrintsNothingMakesNoFiles() {
        writer.flush();
        writer.release();
        writer.close();
        assertThat(directory.resolve("logs")).doesNotExist();
        assertThat(logs.open(7)).isEmpty();
        assertThat(new RunLogs(directory.resolve("nowhere")).open(1)).isEmpty();
    }

    @Test
    void aDeletedLogIsGoneAndSoIsADayWithoutLogs() {
        print(OUT, "one\n");
        RunLogWriter other = logs.create(8, START);
        other.write(OUT, START, new byte[] {'\n'}, 0, 1);
        other.close();
        logs.delete(8);
        assertThat(logs.open(8)).isEmpty();
        assertThat(writer.file().getParent()).exists();
        writer.close();
        logs.delete(7);
        assertThat(writer.file().getParent()).doesNotExist();
        logs.delete(7);
    }

    @Test
    void aLogThatCannotBeMadeSaysSoAndCountsAllTheSame() throws Exception {
        Files.writeString(directory.resolve("file"), "");
        try (RunLogWriter lost = new RunLogs(directory.resolve("file")).create(1, START)) {
            byte[] bytes = "text\n".getBytes(UTF_8);
            lost.write(OUT, START, bytes, 0, bytes.length);
            assertThat(lost.received()).isEqualTo(5);
            assertThat(lost.problem()).get().asString().contains("1.log cannot be made").contains("The run’s output is not kept.");
        }
        assertThat(writer.problem()).isEmpty();
    }
}
