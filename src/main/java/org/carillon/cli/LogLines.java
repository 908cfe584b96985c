package org.carillon.cli;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.log.EscapeFilter;
import org.carillon.log.LineScan;
import org.carillon.log.LogStream;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints the lines of a run's log that are asked for, as the log grows: a line when it has ended. On a terminal what was searched for
 * is bold and the error stream is red; as JSON, each line is an object with its time and stream. Not thread-safe.
 */
final class LogLines implements LogOutput {
    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String NOT_BOLD = "\u001b[22m";
    private static final String PLAIN = "\u001b[0m";

    private final RunLogs logs;
    private final long runId;
    private final Terminal terminal;
    private final LogSelection selection;
    private final boolean json;
    private final Deque<String> last = new ArrayDeque<>();
    private LineScan scan;
    private boolean tailPrinted;

    LogLines(RunLogs logs, long runId, LogSelection selection, Terminal terminal, boolean json) {
        this.logs = logs;
        this.runId = runId;
        this.selection = selection;
        this.json = json;
        this.terminal = terminal;
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
        PrintStream out = terminal.out();
        boolean holds = selection.tail() != null && !tailPrinted;
        while (scan.next(alsoGrowing)) {
            String line = wanted();
            if (line != null && holds) {
                hold(line);
            } else if (line != null) {
                out.println(line);
            }
        }
        last.forEach(out::println);
        last.clear();
        tailPrinted = true;
        out.flush();
        return true;
    }

    private boolean open() {
        RunLogReader reader = logs.openGuessing(runId).orElse(null);
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

    private void hold(String line) {
        last.add(line);
        if (last.size() > selection.tail()) {
            last.remove();
        }
    }

    /** The line as it is printed; null if it is not. */
    private String wanted() {
        if (selection.stderr() && scan.stream() != LogStream.ERR) {
            return null;
        }
        String text = scan.searched();
        Pattern pattern = selection.pattern();
        Matcher found = pattern == null ? null : pattern.matcher(EscapeFilter.plain(text));
        if (found != null && !found.find()) {
            return null;
        }
        if (json) {
            return json(EscapeFilter.plain(text));
        }
        return terminal.colours() ? coloured(text, found) : EscapeFilter.plain(text);
    }

    private String json(String text) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        JsonOutput.time(node, "time", scan.time(), terminal.zone());
        return JsonOutput.MAPPER.writeValueAsString(node.put("stream", scan.stream() == LogStream.ERR ? "stderr" : "stdout").put("text", text));
    }

    private String coloured(String text, Matcher found) {
        boolean own = text.indexOf('\u001b') >= 0;
        String shown = own || found == null ? text : found.reset().replaceAll(match -> Matcher.quoteReplacement(BOLD + match.group() + NOT_BOLD));
        return scan.stream() == LogStream.ERR ? RED + shown + PLAIN : own ? shown + PLAIN : shown;
    }
}
