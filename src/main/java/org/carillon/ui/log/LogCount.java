package org.carillon.ui.log;

import java.util.List;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;

/** Counts the lines that come after those in memory without keeping them. */
final class LogCount {
    private long next;
    /** Where the last line begins that is known; it may come again while it is not ended. */
    private long last;

    void begin(LogWindow window) {
        next = window.next();
        last = window.lines().isEmpty() ? -1 : window.lines().getLast().offset();
    }

    /** Where to go on reading. */
    long next() {
        return next;
    }

    /** @return how many of these lines are new */
    int take(LogPage page) {
        List<LogLine> lines = page.lines();
        int known = !lines.isEmpty() && lines.getFirst().offset() <= last ? 1 : 0;
        next = page.next();
        last = lines.isEmpty() ? last : lines.getLast().offset();
        return lines.size() - known;
    }
}
