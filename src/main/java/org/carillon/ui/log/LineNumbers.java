package org.carillon.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.log.LineScan;

/** Finds lines by their number in a log of any length: remembers where every ten-thousandth begins. Thread-safe. */
final class LineNumbers {
    private static final int STEP = 10_000;

    private final LogSource source;
    private final long runId;
    private final List<Long> starts = new ArrayList<>(List.of(0L));

    LineNumbers(LogSource source, long runId) {
        this.source = source;
        this.runId = runId;
    }

    /** Where a line begins, from 1; the last line if there are not so many. */
    synchronized long offset(long number) {
        Optional<LineScan> opened = source.scan(runId);
        if (opened.isEmpty()) {
            return 0;
        }
        try (LineScan scan = opened.get()) {
            int known = (int) Math.min((number - 1) / STEP, starts.size() - 1L);
            scan.seek(starts.get(known));
            long at = (long) known * STEP;
            long offset = starts.get(known);
            while (at < number && scan.next(true)) {
                offset = scan.offset();
                if (at % STEP == 0 && at / STEP == starts.size()) {
                    starts.add(offset);
                }
                at++;
            }
            return offset;
        }
    }
}
