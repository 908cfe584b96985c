package org.carillon.ui.log;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.carillon.log.LineQuery;
import org.carillon.log.LineScan;

/** One search through a whole log, done in slices so that it can be cancelled and what is found can be seen. Thread-safe. */
final class LogSearch implements AutoCloseable {
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(100);
    /** How many lines, or bytes, between two looks at the clock. */
    private static final int STEP = 1_000;
    private static final int STEP_BYTES = 4 << 20;

    /**
     * How far it is.
     *
     * @param count how many lines match so far
     * @param share how much of the log has been looked at, from 0 to 1
     * @param done  whether all that there is has been looked at
     */
    record Progress(long count, double share, boolean done) {}

    private final LogSource source;
    private final long runId;
    private final LineQuery query;
    private final OffsetList found = new OffsetList();
    private LineScan scan;
    private long size;
    private volatile double share;
    private volatile boolean cancelled;

    LogSearch(LogSource source, long runId, LineQuery query) {
        this.source = source;
        this.runId = runId;
        this.query = query;
    }

    LineQuery query() {
        return query;
    }

    OffsetList found() {
        return found;
    }

    /** Looks on for a moment. @param ended whether nothing more is printed, so that a last line without an end is whole */
    synchronized Progress slice(boolean ended) {
        if (!open()) {
            return new Progress(0, 1, true);
        }
        size = scan.size();
        long until = System.nanoTime() + SLICE;
        boolean more = true;
        while (more && !cancelled && System.nanoTime() < until) {
            more = step(ended);
        }
        size = scan.size();
        share = !more || size == 0 ? 1 : scan.position() / (double) size;
        if (cancelled) {
            shut();
        }
        return new Progress(found.size(), share, !more);
    }

    /** @return whether there may be more lines */
    private boolean step(boolean ended) {
        long from = scan.position();
        try {
            for (int i = 0; i < STEP && scan.position() - from < STEP_BYTES; i++) {
                if (!scan.next(ended)) {
                    return false;
                }
                if (query.matches(scan, this::isCancelledMeanwhile)) {
                    found.add(scan.offset());
                }
            }
        } catch (CancellationException e) {
            // The line in which the search was when it was cancelled counts as not looked at: nobody asks for it any more.
        }
        return true;
    }

    /** Asked again and again while one line is looked at, which may take long. */
    private boolean isCancelledMeanwhile() {
        share = size == 0 ? 0 : Math.min(1, scan.reached() / (double) size);
        return cancelled;
    }

    /** How much of the log has been looked at, from 0 to 1, also while a slice goes on. */
    double share() {
        return share;
    }

    private boolean open() {
        if (scan == null && !cancelled) {
            Optional<LineScan> opened = source.scan(runId);
            opened.ifPresent(fresh -> scan = fresh);
        }
        return scan != null;
    }

    private void shut() {
        if (scan != null) {
            scan.close();
            scan = null;
        }
    }

    /** Makes a slice that is going on end soon. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        cancel();
        synchronized (this) {
            shut();
        }
    }
}
