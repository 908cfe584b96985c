package org.carillon.cli;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.carillon.log.LineScan;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints the lines of a run's log that are asked for, as the log grows: a line when it has ended. On a terminal what was searched for
 * is bold and the error stream is red; as JSON, each line is an object with its time and stream. Not thread-safe.
 */
final class LogLines implements LogOutput {
    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String NOT_BOLD = "\u001b[22m";
    /** Of a long text so many letters are printed at once. */
    private static final int PART = 8_192;
    private static final String PLAIN = "\u001b[0m";

    private final LogReading log;
    private final Terminal terminal;
    private final PrintStream out;
    private final LogSelection selection;
    private final boolean json;
    /** Where the lines begin of which the last ones are printed. */
    private final Deque<Long> last = new ArrayDeque<>();
    private LineScan scan;
    private boolean tailPrinted;

    LogLines(LogReading log, LogSelection selection, Terminal terminal, boolean json) {
        this.log = log;
        this.selection = selection;
        this.json = json;
        this.terminal = terminal;
        this.out = terminal.out();
    }

    @Override
    public boolean copyNew() {
        return print(false);
    }

    @Override
    public void end() {
        print(true);
    }

    private boolean print(boolean alsoGrowing) {
        if (scan == null && !open()) {
            return false;
        }
        boolean holds = selection.tail() != null && !tailPrinted;
        while (scan.next(alsoGrowing)) {
            if (selection.query().matches(scan, () -> false)) {
                if (holds) {
                    hold();
                } else {
                    printLine();
                }
            }
        }
        printHeld();
        tailPrinted = true;
        terminal.out().flush();
        return true;
    }

    private boolean open() {
        RunLogReader reader = log.open().orElse(null);
        if (reader == null) {
            return false;
        }
        try (reader) {
            scan = reader.scan();
            if (selection.since() != null) {
                scan.seek(reader.lineAt(selection.since()));
            }
        }
        return true;
    }

    private void hold() {
        last.add(scan.offset());
        if (last.size() > selection.tail()) {
            last.remove();
        }
    }

    private void printHeld() {
        long position = scan.position();
        for (long offset : last) {
            scan.seek(offset);
            scan.next(true);
            printLine();
        }
        scan.seek(position);
        last.clear();
    }

    private void printLine() {
        if (json) {
            printJson();
        } else if (terminal.colours()) {
            printColoured();
        } else {
            scan.copyTo(false, out::print);
        }
        out.println();
    }

    private void printJson() {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        JsonOutput.time(node, "time", scan.time(), terminal.zone());
        String empty = JsonOutput.MAPPER.writeValueAsString(node.put("stream", scan.stream() == LogStream.ERR ? "stderr" : "stdout").put("text", ""));
        out.print(empty.substring(0, empty.length() - 2));
        scan.copyTo(false, part -> {
            String quoted = JsonOutput.MAPPER.writeValueAsString(part);
            out.print(quoted.substring(1, quoted.length() - 1));
        });
        out.print("\"}");
    }

    private void printColoured() {
        boolean error = scan.stream() == LogStream.ERR;
        boolean own = scan.hasEscapes();
        out.print(error ? RED : "");
        if (own || selection.query().pattern() == null) {
            scan.copyTo(true, out::print);
        } else {
            printMarked(scan.plain(() -> false));
        }
        out.print(error || own ? PLAIN : "");
    }

    /** What was looked for is bold. */
    private void printMarked(CharSequence text) {
        int[] printed = {0};
        selection.query().eachIn(text, () -> false, (start, end) -> {
            printPart(text, printed[0], start);
            out.print(start < end ? BOLD : "");
            printPart(text, start, end);
            out.print(start < end ? NOT_BOLD : "");
            printed[0] = end;
        });
        printPart(text, printed[0], text.length());
    }

    private void printPart(CharSequence text, int from, int end) {
        for (int at = from; at < end; at += PART) {
            out.append(text, at, Math.min(end, at + PART));
        }
    }
}
