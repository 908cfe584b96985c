package org.carillon.ui.log;

import java.util.List;
import java.util.Locale;
import org.carillon.log.LogLine;

/** Finds a text in the lines in memory, whatever its case. */
final class LogSearch {
    private final String wanted;

    LogSearch(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
    }

    boolean isBlank() {
        return wanted.isBlank();
    }

    boolean matches(LogLine line) {
        return line.text().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** The nearest match after (or before) that index, going round at the end; -1 if there is none. */
    int from(List<LogLine> lines, int index, boolean forward) {
        int size = lines.size();
        for (int step = 1; step <= size; step++) {
            int at = Math.floorMod(forward ? index + step : index - step, size);
            if (matches(lines.get(at))) {
                return at;
            }
        }
        return -1;
    }

    long count(List<LogLine> lines) {
        return lines.stream().filter(this::matches).count();
    }
}
