package org.carillon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineQueryTest {
    private static final BooleanSupplier NEVER = () -> false;
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path directory;

    private RunLogs logs;

    @BeforeEach
    void aLog() {
        logs = new RunLogs(directory);
    }

    private void print(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        try (RunLogWriter writer = logs.create(7, START)) {
            for (int at = 0; at < bytes.length; at += 50_000) {
                writer.write(LogStream.OUT, START, bytes, at, Math.min(50_000, bytes.length - at));
            }
        }
    }

    private void print(String text) {
        print(text, StandardCharsets.UTF_8);
    }

    private LineScan scan(Charset charset) {
        try (RunLogReader reader = logs.open(7, charset).orElseThrow()) {
            LineScan scan = reader.scan();
            assertThat(scan.next(true)).isTrue();
            return scan;
        }
    }

    private boolean finds(String text, boolean regex) {
        try (LineScan scan = scan(StandardCharsets.UTF_8)) {
            return LineQuery.of(text, regex, false, false).matches(scan, NEVER);
        }
    }

    /** How many bytes of memory this thread has ever asked for. */
    private static long allocated() throws JMException {
        return (long) ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("java.lang:type=Threading"), "getThreadAllocatedBytes",
                new Object[] {Thread.currentThread().threadId()}, new String[] {"long"});
    }

    @Test
    void aTextIsFoundAtTheEndOfALineOfThirtyMegabytesInLittleMemory() throws JMException {
        print("begin " + "x".repeat(30_000_000) + "Needle end\nnext\n");
        long before = allocated();
        assertThat(finds("nEEDLE", false)).isTrue();
        assertThat(finds("needles", false)).isFalse();
        assertThat(finds("^begin (x*)needle END$", true)).isTrue();
        assertThat(finds("^needle|begin$", true)).isFalse();
        assertThat(finds("(?<=xx)needle(?= )", true)).isTrue();
        assertThat(allocated() - before).isLessThan(20_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "GB18030"})
    void theTextOfALongLineIsTheSameInAnyEncodingWhereverItsWindowsEnd(String name) {
        Charset charset = Charset.forName(name);
        Random random = new Random(7);
        String[] parts = name.startsWith("ISO") ? new String[] {"a", "é", "\u001b[1;31m"}
                : new String[] {"a", "中", "é", "\u001b[1;31m", "\u001b]0;title\u0007", name.equals("GBK") ? "文" : "\ud83d\ude00"};
        StringBuilder printed = new StringBuilder(name.startsWith("ISO") || name.startsWith("GB") ? "" : "\ufeff");
        while (printed.length() < 400_000) {
            printed.append(parts[random.nextInt(parts.length)]);
        }
        String line = printed.toString();
        String plain = EscapeFilter.plain(line.startsWith("\ufeff") ? line.substring(1) : line);
        print(line + "\r\n", charset);
        try (LineScan scan = scan(charset)) {
            assertThat(scan.isLong()).isTrue();
            CharSequence text = scan.plain(NEVER);
            assertThat(text.toString()).isEqualTo(plain);
            for (int i = 0; i < 2_000; i++) {
                int at = random.nextInt(plain.length());
                assertThat(text.charAt(at)).isEqualTo(plain.charAt(at));
            }
            StringBuilder copied = new StringBuilder();
            scan.copyTo(true, copied::append);
            assertThat(copied).hasToString(line.startsWith("\ufeff") ? line.substring(1) : line);
        }
    }

    @Test
    void theFirstMatchAndThePartAroundItAreKnown() {
        print("x".repeat(3_000_000) + "needle" + "y".repeat(200_000) + "needle\nshort needle\n");
        LineQuery query = LineQuery.of("needle", false, false, false);
        try (LineScan scan = scan(StandardCharsets.UTF_8)) {
            assertThat(query.find(scan, NEVER)).isEqualTo(3_000_000);
            assertThat(scan.part(2_999_998, 10)).isEqualTo("xxneedleyy");
            assertThat(scan.part(3_200_010, 10)).isEqualTo("le");
            scan.next(true);
            assertThat(query.find(scan, NEVER)).isEqualTo(6);
            assertThat(scan.part(4, 100)).isEqualTo("t needle");
        }
    }

    @Test
    void bytesThatAreNoTextAreReplacedInALongLine() {
        print("x".repeat(65_535) + "é".repeat(40_000) + "ÿ" + "needle", StandardCharsets.ISO_8859_1);
        assertThat(finds("\ufffdneedle", false)).isTrue();
    }

    @Test
    void aMatchIsFoundAcrossEscapeSequencesAndOnlyWhereAPersonReadsIt() {
        print("x".repeat(200_000) + "nee\u001b[31mdle\u001b[0m\n");
        assertThat(finds("needle$", true)).isTrue();
        assertThat(finds("[31m", false)).isFalse();
    }

    @Test
    void whatACarriageReturnHasGoneBackOverIsNotFound() {
        print("needle".repeat(50_000) + "\r99 %\r\n");
        assertThat(finds("needle", false)).isFalse();
        assertThat(finds("^99 %$", true)).isTrue();
    }

    @Test
    void theSectionsOfAnEndlessLineAreSearchedAsOneText() throws Exception {
        String text = "x".repeat(4_500) + "needle" + "x".repeat(4_480) + "<" + "y".repeat(300) + ">" + "x".repeat(70_000) + "end";
        print(text);
        assertThat(finds(text, "needle")).isTrue();
        assertThat(finds(text, "<y+>")).isTrue();
        assertThat(finds(text, "end$")).isTrue();
        assertThat(finds(text, "(?<=x)end")).isTrue();
        assertThat(finds(text, "x$")).isFalse();
        assertThat(finds(text, "x\\z")).isFalse();
        assertThat(finds(text, "^(?!xxxx)")).isFalse();
        for (int at = 0; at + 20 < text.length(); at += 997) {
            assertThat(finds("q".repeat(at) + "needle" + text, "^q*needle")).isEqualTo(at < 4_990);
        }
    }

    /** In sections of 5,000 letters, of which 1,000 are shared. */
    private boolean finds(String text, String regex) throws Exception {
        print(text);
        Path file = logs.find(7).orElseThrow();
        try (FileBlock block = new FileBlock(file, LongLine.WINDOW)) {
            LongLine line = new LongLine(file, block, StandardCharsets.UTF_8, 0, text.length(), false, NEVER, 5_000, 1_000);
            line.measure();
            return LineQuery.of(regex, true, true, false).find(line, NEVER) >= 0;
        } finally {
            logs.delete(7);
        }
    }

    @Test
    void anExpressionThatTriesForEverCanBeCancelled() {
        print("x".repeat(2_000) + "\n");
        try (LineScan scan = scan(StandardCharsets.UTF_8)) {
            int[] asked = {0};
            assertThatThrownBy(() -> LineQuery.of("(x+x+)+y", true, true, false).matches(scan, () -> ++asked[0] > 10))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void anExpressionThatGoesTooDeepSaysWhatToDo() {
        print("ab".repeat(300_000) + "\n");
        assertThatThrownBy(() -> finds("(a|b)*c", true)).isInstanceOf(DeepPatternException.class)
                .hasMessageContaining("(a|b)*c").hasMessageContaining("[ab]*");
        assertThat(finds("^[ab]*$", true)).isTrue();
    }
}
