package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import org.carillon.log.LogLine;
import org.carillon.log.LogPage;

/**
 * Only those lines that a search has found.
 *
 * @param all   where the lines are read
 * @param found where they begin
 */
record FilteredPages(LogSource all, OffsetList found) implements LogPages {
    @Override
    public LogPage read(long runId, long from, int most) {
        long index = found.indexOf(from);
        return page(runId, found.from(index, most), from);
    }

    @Override
    public LogPage readBefore(long runId, long before, int most) {
        long end = before == Long.MAX_VALUE ? found.size() : found.indexOf(before);
        long first = Math.max(0, end - most);
        return page(runId, found.from(first, (int) (end - first)), 0);
    }

    private LogPage page(long runId, long[] offsets, long place) {
        List<LogLine> lines = new ArrayList<>(offsets.length);
        for (long offset : offsets) {
            lines.addAll(all.read(runId, offset, 1).lines());
        }
        long next = offsets.length == 0 ? place : offsets[offsets.length - 1] + 1;
        return new LogPage(lines, offsets.length == 0 ? place : offsets[0], next);
    }

    @Override
    public long at(long runId, double share) {
        long[] there = found.from((long) (share * found.size()), 1);
        return there.length == 0 ? 0 : there[0];
    }

    @Override
    public double share(long offset) {
        return found.size() == 0 ? 0 : found.indexOf(offset) / (double) found.size();
    }
}
