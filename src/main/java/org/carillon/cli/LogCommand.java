package org.carillon.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.PatternSyntaxException;
import org.carillon.control.InstanceLock;
import org.carillon.engine.OutputEncoding;
import org.carillon.job.JsonTimes;
import org.carillon.job.Run;
import org.carillon.log.LineQuery;
import org.carillon.log.RunLogReader;
import org.carillon.log.RunLogs;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import org.carillon.store.RunQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Prints a run's output, from the files alone: another process may own the data directory. Only a job's newest run, a run that has
 * printed nothing yet, and the encoding of what is not UTF-8 are asked of the scheduler.
 */
@Command(name = "log")
final class LogCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int NEWEST = 100;

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "RUN|JOB", descriptionKey = "runOrJob")
    private String wanted;

    @Option(names = "--follow")
    private boolean follow;

    @Option(names = "--grep", paramLabel = "RE")
    private String grep;

    @Option(names = "--since", paramLabel = "T")
    private String since;

    @Option(names = "--stderr")
    private boolean stderr;

    @Option(names = "--tail", paramLabel = "N")
    private Integer tail;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    LogCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        LogSelection selection = selection();
        DataDirectory directory = common.directory(context.directories());
        RunLogs logs = new RunLogs(directory.logs());
        long runId = isNumber() ? Long.parseLong(wanted) : newestOf(directory);
        if (logs.find(runId).isEmpty() && !hasBegunToPrint(directory, logs, runId)) {
            return ExitCode.DONE;
        }
        LogOutput output = output(new LogReading(logs, runId, chosenEncoding(directory, logs, runId)), selection);
        if (follow) {
            output.copyNew();
        }
        while (follow && !logs.isComplete(runId) && hasWriter(directory, logs, runId)) {
            Thread.sleep(BETWEEN_LOOKS);
            output.copyNew();
        }
        output.end();
        return ExitCode.DONE;
    }

    private boolean isNumber() {
        return wanted.matches("\\d{1,18}");
    }

    private LogSelection selection() {
        if (tail != null && tail < 1) {
            throw new UsageException(Message.of("cli.log.tail"));
        }
        try {
            LineQuery query = LineQuery.of(grep == null ? "" : grep, true, true, stderr);
            return new LogSelection(query, since == null ? null : time(), tail);
        } catch (PatternSyntaxException e) {
            throw new UsageException(Message.of("cli.log.grep", grep, e.getDescription()), e);
        }
    }

    /** A time, or how long ago as a duration. */
    private Instant time() {
        try {
            return since.startsWith("P") ? context.terminal().clock().instant().minus(Duration.parse(since))
                    : JsonTimes.parse(since, context.terminal().zone());
        } catch (DateTimeException e) {
            throw new UsageException(Message.of("cli.log.since", since), e);
        }
    }

    /** The encoding of the run's job; null if nobody has chosen one. The scheduler is asked only if the log does not look like UTF-8. */
    private Charset chosenEncoding(DataDirectory directory, RunLogs logs, long runId) {
        if (!Files.exists(directory.databaseFile()) || new LogReading(logs, runId, null).encoding().equals(StandardCharsets.UTF_8)) {
            return null;
        }
        try (SchedulerSession session = context.schedulers().open(directory)) {
            return OutputEncoding.ofRun(session.scheduler(), runId);
        }
    }

    private LogOutput output(LogReading log, LogSelection selection) {
        if (json || selection.looksAtLines()) {
            return new LogLines(log, selection, context.terminal(), json);
        }
        LogCopy copy = new LogCopy(log, context.terminal());
        if (selection.since() != null || tail != null) {
            try (RunLogReader reader = log.open().orElseThrow()) {
                copy.skipTo(tail == null ? reader.lineAt(selection.since()) : reader.tail(tail).from());
            }
        }
        return copy;
    }

    private long newestOf(DataDirectory directory) {
        if (!Files.exists(directory.databaseFile())) {
            throw new NotFoundException(Message.of("cli.noJob", wanted));
        }
        try (SchedulerSession session = context.schedulers().open(directory)) {
            return session.scheduler().runs(RunQuery.ofJob(wanted, NEWEST)).stream()
                    .filter(run -> run.startedAt() != null)
                    .mapToLong(Run::id).findFirst()
                    .orElseThrow(() -> new NotFoundException(session.scheduler().job(wanted).isPresent()
                            ? Message.of("cli.log.never", wanted)
                            : Message.of("cli.noJob", wanted)));
        }
    }

    /** Waits for the first output of a run that has none, if it is to be followed and goes on. @return whether there is any */
    private boolean hasBegunToPrint(DataDirectory directory, RunLogs logs, long runId) throws InterruptedException {
        NotFoundException none = new NotFoundException(Message.of("cli.log.none", wanted, directory.root().toString()));
        if (!Files.exists(directory.databaseFile())) {
            throw none;
        }
        try (SchedulerSession session = context.schedulers().open(directory)) {
            Run run = session.scheduler().run(runId).filter(known -> known.startedAt() != null).orElseThrow(() -> none);
            while (follow && !run.state().isFinal() && logs.find(runId).isEmpty()) {
                run = session.scheduler().await(runId, BETWEEN_LOOKS);
            }
        }
        return logs.find(runId).isPresent();
    }

    /** Whether the process that owns the data directory can be the one that writes this log: it was there when it was last written. */
    private static boolean hasWriter(DataDirectory directory, RunLogs logs, long runId) {
        OptionalLong owner = InstanceLock.holder(directory.lockFile());
        if (owner.isEmpty()) {
            return false;
        }
        Instant since = ProcessHandle.of(owner.getAsLong()).flatMap(process -> process.info().startInstant()).orElse(Instant.MIN);
        return logs.lastWritten(runId).filter(time -> !time.isBefore(since)).isPresent();
    }
}
