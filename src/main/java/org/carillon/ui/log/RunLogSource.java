package org.carillon.ui.log;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.CommandAction;
import org.carillon.log.LogPage;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;

/** Reads from the log files, in the encoding of the run's job; keeps the files of the run that was read last open. Thread-safe. */
public final class RunLogSource implements LogSource {
    private final Scheduler scheduler;
    private final RunLogs logs;
    private RunLogReader open;
    private long openRun;

    public RunLogSource(Scheduler scheduler, RunLogs logs) {
        this.scheduler = scheduler;
        this.logs = logs;
    }

    @Override
    public LogPage read(long runId, long from, int most) {
        return with(runId, from, reader -> reader.read(from, most));
    }

    @Override
    public LogPage readBefore(long runId, long before, int most) {
        return with(runId, 0, reader -> reader.readBefore(before, most));
    }

    private synchronized LogPage with(long runId, long place, Function<RunLogReader, LogPage> read) {
        if (open == null || openRun != runId) {
            close();
            Optional<RunLogReader> found = logs.open(runId, encoding(runId));
            if (found.isEmpty()) {
                return new LogPage(List.of(), place, place);
            }
            open = found.get();
            openRun = runId;
        }
        return read.apply(open);
    }

    private Charset encoding(long runId) {
        return scheduler.run(runId)
                .flatMap(run -> scheduler.job(run.jobId()))
                .map(JobStatus::job)
                .map(job -> job.action() instanceof CommandAction command ? command.encoding() : null)
                .orElse(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
