package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;
import org.carillon.ui.fx.RingList;

/** The lines in memory: neighbours in the log, at most {@value #MOST} of them. For the FX thread alone. */
final class LogWindow {
    /** More lines than this are never kept: a table with more rows costs more each time that they change. */
    static final int MOST = 2_000;

    private final RingList<LogLine> lines = new RingList<>(MOST);
    private long next;

    ObservableList<LogLine> lines() {
        return lines;
    }

    /** Where to go on reading behind the last line. */
    long next() {
        return next;
    }

    /** Where the first line begins. */
    long from() {
        return lines.isEmpty() ? next : lines.getFirst().offset();
    }

    /** The index of the line that holds that offset; -1 if it is not here. */
    int indexOf(long offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return offset < next || high >= 0 && lines.get(high).offset() == offset ? high : -1;
    }

    void replace(LogPage page) {
        lines.replaceAll(page.lines());
        next = page.next();
    }

    /** Adds what follows. A line that had not ended before comes again, and takes the place of its beginning. @return how many lines are new */
    int append(LogPage page) {
        next = page.next();
        List<LogLine> added = page.lines();
        if (added.isEmpty()) {
            return 0;
        }
        boolean again = !lines.isEmpty() && lines.getLast().offset() == added.getFirst().offset();
        if (again && !lines.getLast().equals(added.getFirst())) {
            lines.replaceLast(added.getFirst());
        }
        List<LogLine> fresh = again ? added.subList(1, added.size()) : added;
        if (!fresh.isEmpty()) {
            lines.append(fresh);
        }
        return fresh.size();
    }

    /** Puts what comes before in front; what then is too much goes at the end. @return whether anything went */
    boolean prepend(LogPage page) {
        List<LogLine> all = new ArrayList<>(page.lines());
        all.addAll(lines);
        boolean tooMany = all.size() > MOST;
        List<LogLine> kept = tooMany ? all.subList(0, MOST) : all;
        if (tooMany) {
            next = all.get(MOST).offset();
        }
        lines.replaceAll(kept);
        return tooMany;
    }

    void clear() {
        next = 0;
        if (!lines.isEmpty()) {
            lines.clear();
        }
    }
}
