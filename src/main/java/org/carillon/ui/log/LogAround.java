package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;

/**
 * What stands around a line.
 *
 * @param before how many lines of it stand before that line
 * @param first  whether nothing is older
 * @param last   whether nothing is newer
 */
record LogAround(LogPage page, int before, boolean first, boolean last) {
    /** Half a page before that line, and a page from it on. Waits for the disk. */
    static LogAround read(LogPages pages, long runId, long offset) {
        LogPage before = pages.readBefore(runId, offset, LogPager.PAGE / 2);
        LogPage from = pages.read(runId, offset, LogPager.PAGE);
        List<LogLine> all = new ArrayList<>(before.lines());
        all.addAll(from.lines());
        return new LogAround(new LogPage(all, before.from(), from.next()), before.lines().size(),
                before.lines().size() < LogPager.PAGE / 2, from.lines().size() < LogPager.PAGE);
    }
}
