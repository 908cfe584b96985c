package org.carillon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.carillon.control.InstanceLock;
import org.carillon.log.RunLogs;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a run's output, from the files alone: another process may own the data directory. */
@Command(name = "log")
final class LogCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private long runId;

    @Option(names = "--follow")
    private boolean follow;

    LogCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = common.directory(context.directories());
        RunLogs logs = new RunLogs(directory.logs());
        LogCopy log = new LogCopy(logs, runId, context.terminal().out());
        if (!log.copyNew()) {
            throw new NotFoundException(Message.of("cli.log.none", Long.toString(runId), directory.root().toString()));
        }
        if (follow) {
            follow(directory, logs, log);
        }
        return ExitCode.DONE;
    }

    /** Until the log is complete, or nobody is left who could write it. */
    private void follow(DataDirectory directory, RunLogs logs, LogCopy log) throws InterruptedException {
        while (!logs.isComplete(runId) && hasWriter(directory, logs)) {
            Thread.sleep(BETWEEN_LOOKS);
            log.copyNew();
        }
        log.copyNew();
    }

    /** Whether the process that owns the data directory can be the one that writes this log: it was there when it was last written. */
    private boolean hasWriter(DataDirectory directory, RunLogs logs) {
        OptionalLong owner = InstanceLock.holder(directory.lockFile());
        if (owner.isEmpty()) {
            return false;
        }
        Instant since = ProcessHandle.of(owner.getAsLong()).flatMap(process -> process.info().startInstant()).orElse(Instant.MIN);
        return logs.lastWritten(runId).filter(time -> !time.isBefore(since)).isPresent();
    }
}
