package org.carillon.ui.log;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.carillon.log.LineScan;

/** One search through a whole log, done in slices so that it can be cancelled and what is found can be seen. Thread-safe. */
final class LogSearch implements AutoCloseable {
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(100);
    /** How many lines between two looks at the clock. */
    private static final int STEP = 1_000;

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
        long until = System.nanoTime() + SLICE;
        boolean more = true;
        while (more && !cancelled && System.nanoTime() < until) {
            for (int i = 0; i < STEP && more; i++) {
                more = scan.next(ended);
                if (more && query.matches(scan)) {
                    found.add(scan.offset());
                }
            }
        }
        long size = scan.size();
        double share = !more || size == 0 ? 1 : scan.position() / (double) size;
        if (cancelled) {
            shut();
        }
        return new Progress(found.size(), share, !more);
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
