package org.carillon.ui.log;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.engine.OutputEncoding;
import org.carillon.engine.Scheduler;
import org.carillon.log.LineQuery;
import org.carillon.log.LineScan;
import org.carillon.log.LogPage;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;

/**
 * Reads from the log files, in the encoding that was chosen, else in that of the run's job, else in what the text looks like; keeps
 * the files of the run that was read last open. Thread-safe.
 */
public final class RunLogSource implements LogSource {
    /** Of one line so many bytes are shown or copied. */
    static final int MOST_WHOLE = 1 << 20;

    private final Scheduler scheduler;
    private final RunLogs logs;
    private RunLogReader open;
    private long openRun;
    private Charset chosen;
    private volatile long size;

    public RunLogSource(Scheduler scheduler, RunLogs logs) {
        this.scheduler = scheduler;
        this.logs = logs;
    }

    @Override
    public LogPage read(long runId, long from, int most) {
        return with(runId, reader -> reader.read(from, most)).orElse(new LogPage(List.of(), from, from));
    }

    @Override
    public LogPage readBefore(long runId, long before, int most) {
        return with(runId, reader -> reader.readBefore(before, most)).orElse(new LogPage(List.of(), 0, 0));
    }

    @Override
    public long at(long runId, double share) {
        return with(runId, reader -> reader.lineAt((long) (share * reader.size()))).orElse(0L);
    }

    @Override
    public double share(long offset) {
        return size == 0 ? 0 : Math.min(1, offset / (double) size);
    }

    @Override
    public long at(long runId, Instant time) {
        return with(runId, reader -> reader.lineAt(time)).orElse(0L);
    }

    @Override
    public Optional<Long> firstError(long runId) {
        return with(runId, RunLogReader::firstError).flatMap(Function.identity());
    }

    @Override
    public String whole(long runId, long offset) {
        return with(runId, reader -> reader.whole(offset, MOST_WHOLE)).orElse("");
    }

    @Override
    public Unfolded unfold(long runId, long offset, LineQuery query, int most) {
        LineScan scan = scan(runId).orElse(null);
        if (scan == null) {
            return Unfolded.NOTHING;
        }
        try (scan) {
            return Unfolded.read(scan, offset, () -> whole(runId, offset), query, most);
        }
    }

    @Override
    public Optional<LineScan> scan(long runId) {
        return with(runId, RunLogReader::scan);
    }

    @Override
    public Optional<Path> file(long runId) {
        return logs.find(runId);
    }

    @Override
    public Charset encoding(long runId) {
        return with(runId, RunLogReader::encoding).orElse(null);
    }

    @Override
    public synchronized void readAs(Charset encoding) {
        chosen = encoding;
        close();
    }

    private synchronized <T> Optional<T> with(long runId, Function<RunLogReader, T> read) {
        if (open == null || openRun != runId) {
            close();
            open = open(runId).orElse(null);
            openRun = runId;
        }
        if (open == null) {
            return Optional.empty();
        }
        T answer = read.apply(open);
        size = open.size();
        return Optional.of(answer);
    }

    private Optional<RunLogReader> open(long runId) {
        Charset charset = chosen != null ? chosen : OutputEncoding.ofRun(scheduler, runId);
        return charset == null ? logs.openGuessing(runId) : logs.open(runId, charset);
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
