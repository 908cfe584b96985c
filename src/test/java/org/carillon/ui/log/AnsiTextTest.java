package org.carillon.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.carillon.log.LineQuery;
import org.carillon.log.LogLine;
import org.carillon.log.LogStream;
import org.carillon.ui.fx.RingList;
import org.junit.jupiter.api.Test;

class AnsiTextTest {
    private static final AnsiStyle PLAIN = AnsiStyle.PLAIN;

    @Test
    void plainTextIsOneSpan() {
        assertThat(AnsiText.isPlain("plain")).isTrue();
        assertThat(AnsiText.parse("plain")).containsExactly(new AnsiSpan("plain", PLAIN));
    }

    @Test
    void sixteenTwoHundredFiftySixAndAllColoursAreUnderstood() {
        AnsiStyle red = PLAIN.withForeground(new AnsiColor.Named(1));
        assertThat(AnsiText.parse("\u001b[31mred\u001b[0m plain")).containsExactly(new AnsiSpan("red", red), new AnsiSpan(" plain", PLAIN));
        assertThat(AnsiText.parse("\u001b[1;97;44mx")).containsExactly(new AnsiSpan("x",
                PLAIN.withWeight(true, false).withForeground(new AnsiColor.Named(15)).withBackground(new AnsiColor.Named(4))));
        assertThat(AnsiText.parse("\u001b[38;5;208mx")).containsExactly(new AnsiSpan("x", PLAIN.withForeground(new AnsiColor.Exact(0xff8700))));
        assertThat(AnsiText.parse("\u001b[38;5;244mx")).containsExactly(new AnsiSpan("x", PLAIN.withForeground(new AnsiColor.Exact(0x808080))));
        assertThat(AnsiText.parse("\u001b[48;2;1;2;3mx")).containsExactly(new AnsiSpan("x", PLAIN.withBackground(new AnsiColor.Exact(0x010203))));
        assertThat(AnsiText.parse("\u001b[38:2:255:0:1mx\u001b[39my")).containsExactly(
                new AnsiSpan("x", PLAIN.withForeground(new AnsiColor.Exact(0xff0001))), new AnsiSpan("y", PLAIN));
    }

    @Test
    void whatALineDoesNotSwitchOffGoesOnInTheNext() {
        AnsiStyle red = PLAIN.withForeground(new AnsiColor.Named(1));
        assertThat(AnsiText.after("\u001b[31mred", PLAIN)).isEqualTo(red);
        assertThat(AnsiText.after("still", red)).isEqualTo(red);
        assertThat(AnsiText.parse("still", red)).containsExactly(new AnsiSpan("still", red));
        assertThat(AnsiText.after("bold \u001b[1mtoo", red)).isEqualTo(red.withWeight(true, false));
        assertThat(AnsiText.after("off\u001b[0m", red)).isEqualTo(PLAIN);
        assertThat(AnsiText.after("off \u001b[39magain", red)).isEqualTo(PLAIN);
        assertThat(AnsiText.after("\u001b]8;;https://a.example\u0007open", PLAIN)).isEqualTo(PLAIN);
    }

    @Test
    void eachStreamHasItsOwnColourAndItIsKnownAlsoWhenItsLineIsGone() {
        RingList<LogLine> lines = new RingList<>(3);
        AnsiCarry<LogLine> carry = new AnsiCarry<>(lines, line -> line, LogLine::stream);
        LogLine first = line(0, LogStream.OUT, "\u001b[31mred");
        LogLine error = line(10, LogStream.ERR, "plain");
        LogLine second = line(20, LogStream.OUT, "red too");
        lines.append(List.of(first, error, second));
        AnsiStyle red = PLAIN.withForeground(new AnsiColor.Named(1));
        assertThat(carry.before(first)).isEqualTo(PLAIN);
        assertThat(carry.before(error)).isEqualTo(PLAIN);
        assertThat(carry.before(second)).isEqualTo(red);
        LogLine third = line(30, LogStream.OUT, "red\u001b[m");
        LogLine fourth = line(40, LogStream.OUT, "plain");
        lines.append(List.of(third, fourth));
        assertThat(carry.before(second)).isEqualTo(red);
        assertThat(carry.before(third)).isEqualTo(red);
        assertThat(carry.before(fourth)).isEqualTo(PLAIN);
    }

    private static LogLine line(long offset, LogStream stream, String text) {
        return new LogLine(offset, Instant.EPOCH, stream, text, true);
    }

    @Test
    void aLineIsCutAfterSoManyLettersThatAreSeen() {
        List<AnsiSpan> spans = AnsiText.parse("\u001b[31mred\u001b[0m plain");
        assertThat(AnsiText.cut(spans, 5)).extracting(AnsiSpan::text).containsExactly("red", " p");
        assertThat(AnsiText.cut(spans, 3)).extracting(AnsiSpan::text).containsExactly("red");
        assertThat(AnsiText.letters(spans)).isEqualTo(9);
    }

    @Test
    void facesGoOnAndOff() {
        assertThat(AnsiText.parse("\u001b[1;3;4;7;9mx\u001b[22;23;24;27;29my")).containsExactly(
                new AnsiSpan("x", new AnsiStyle(null, null, true, false, true, true, true, true, null)), new AnsiSpan("y", PLAIN));
    }

    @Test
    void otherSequencesAreLeftOutAlsoBrokenOnes() {
        assertThat(AnsiText.parse("\u001b[2K\u001b]0;title\u0007a\u001b(Bb\u001b[?25l")).extracting(AnsiSpan::text).containsExactly("a", "b");
        assertThat(AnsiText.parse("a\u001b[3")).extracting(AnsiSpan::text).first().isEqualTo("a");
        assertThat(AnsiText.parse("\u001b[38;5mx\u001b[38;2;1my\u001b[999999mz")).extracting(AnsiSpan::text).containsExactly("x", "y", "z");
    }

    @Test
    void linksAreSeenInTheTextAndTakenFromSequences() {
        assertThat(AnsiText.parse("see https://example.org/a?b=c.")).containsExactly(new AnsiSpan("see ", PLAIN),
                new AnsiSpan("https://example.org/a?b=c", PLAIN.withLink("https://example.org/a?b=c")), new AnsiSpan(".", PLAIN));
        assertThat(AnsiText.parse("\u001b]8;;https://example.org\u001b\\here\u001b]8;;\u001b\\ not")).containsExactly(
                new AnsiSpan("here", PLAIN.withLink("https://example.org")), new AnsiSpan(" not", PLAIN));
        assertThat(AnsiText.parse("\u001b]8;;file:///etc/passwd\u0007here")).containsExactly(new AnsiSpan("here", PLAIN));
    }

    @Test
    void whatIsLookedForIsMarkedAcrossColours() {
        List<AnsiSpan> marked = AnsiText.mark(AnsiText.parse("one \u001b[31mtw\u001b[0mo three"), LineQuery.of("two", false, false, false));
        assertThat(marked).extracting(AnsiSpan::text).containsExactly("one ", "tw", "o", " three");
        assertThat(marked).extracting(span -> span.style().background() instanceof AnsiColor.Found).containsExactly(false, true, true, false);
    }
}
