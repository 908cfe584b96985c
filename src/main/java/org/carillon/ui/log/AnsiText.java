package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.log.LineQuery;

/** Takes a line apart into what looks the same: colours and faces, and links, given (OSC 8) or seen in the text. */
final class AnsiText {
    private static final AnsiColor FOUND = new AnsiColor.Found();
    /** Where matches are in a line is looked for so long at most: the FX thread waits for it. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final char ESCAPE = '\u001b';
    private static final Pattern SEQUENCE = Pattern.compile(
            "\u001b(?:\\[([0-9;:?<=>]*)[ -/]*([@-~])|\\](8;[^;\u0007\u001b]*;)?([^\u0007\u001b]*)(?:\u0007|\u001b\\\\|$)|[PX^_][^\u001b]*(?:\u001b\\\\|$)|[ -/]*[0-~]|$)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\u0000-\\u001f（），。；]+[^\\s\"'<>\\u0000-\\u001f（），。；.,;:!?)\\]}]");

    private AnsiText() {}

    /** Whether a line is anything but plain text. */
    static boolean isPlain(String line) {
        return line.indexOf(ESCAPE) < 0 && !line.contains("://");
    }

    static List<AnsiSpan> parse(String line) {
        return parse(line, AnsiStyle.PLAIN);
    }

    /** @param before how the line begins, because an earlier one has not switched it off */
    static List<AnsiSpan> parse(String line, AnsiStyle before) {
        List<AnsiSpan> spans = new ArrayList<>();
        AnsiStyle style = before;
        Matcher sequence = SEQUENCE.matcher(line);
        int done = 0;
        while (sequence.find(done)) {
            addText(spans, line.substring(done, sequence.start()), style);
            done = sequence.end();
            style = apply(sequence, style);
        }
        addText(spans, line.substring(done), style);
        return spans;
    }

    private static AnsiStyle apply(Matcher sequence, AnsiStyle style) {
        if ("m".equals(sequence.group(2))) {
            return AnsiRendition.apply(style, sequence.group(1));
        }
        boolean link = sequence.group(3) != null;
        return link ? style.withLink(sequence.group(4).startsWith("http") ? sequence.group(4) : null) : style;
    }

    /** How the line behind that one begins. Links end with their line. */
    static AnsiStyle after(String line, AnsiStyle before) {
        int last = line.lastIndexOf(ESCAPE);
        if (last < 0) {
            return before;
        }
        // Most lines that switch something on end with switching everything off.
        if (line.startsWith("[0m", last + 1) || line.startsWith("[m", last + 1)) {
            return AnsiStyle.PLAIN;
        }
        AnsiStyle style = before;
        Matcher sequence = SEQUENCE.matcher(line);
        for (int done = 0; sequence.find(done); done = sequence.end()) {
            style = apply(sequence, style);
            if (sequence.end() == line.length()) {
                break;
            }
        }
        return style.withLink(null);
    }

    private static void addText(List<AnsiSpan> spans, String text, AnsiStyle style) {
        int done = 0;
        if (style.link() == null && text.contains("://")) {
            for (Matcher link = LINK.matcher(text); link.find(done); done = link.end()) {
                add(spans, text.substring(done, link.start()), style);
                add(spans, link.group(), style.withLink(link.group()));
            }
        }
        add(spans, text.substring(done), style);
    }

    private static void add(List<AnsiSpan> spans, String text, AnsiStyle style) {
        if (!text.isEmpty()) {
            spans.add(new AnsiSpan(text, style));
        }
    }

    /** The same with what is looked for marked. @param query where it is found in the text of all spans together */
    static List<AnsiSpan> mark(List<AnsiSpan> spans, LineQuery query) {
        StringBuilder all = new StringBuilder();
        spans.forEach(span -> all.append(span.text()));
        BitSet found = new BitSet();
        long until = System.nanoTime() + PATIENCE;
        query.eachIn(all, () -> System.nanoTime() > until, found::set);
        if (found.isEmpty()) {
            return spans;
        }
        List<AnsiSpan> marked = new ArrayList<>();
        int at = 0;
        for (AnsiSpan span : spans) {
            int from = 0;
            for (int i = 1; i <= span.text().length(); i++) {
                if (i == span.text().length() || found.get(at + i) != found.get(at + from)) {
                    String part = span.text().substring(from, i);
                    marked.add(new AnsiSpan(part, found.get(at + from) ? span.style().withInverse(false).withBackground(FOUND) : span.style()));
                    from = i;
                }
            }
            at += span.text().length();
        }
        return marked;
    }

    /** As many spans as hold so many letters, the last one cut if need be. */
    static List<AnsiSpan> cut(List<AnsiSpan> spans, int letters) {
        List<AnsiSpan> kept = new ArrayList<>();
        int room = letters;
        for (AnsiSpan span : spans) {
            if (room <= 0) {
                break;
            }
            kept.add(span.text().length() <= room ? span : new AnsiSpan(span.text().substring(0, room), span.style()));
            room -= span.text().length();
        }
        return kept;
    }

    static int letters(List<AnsiSpan> spans) {
        return spans.stream().mapToInt(span -> span.text().length()).sum();
    }
}
