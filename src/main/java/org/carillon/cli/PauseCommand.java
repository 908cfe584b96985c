package org.carillon.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pauses a job, or all of them. */
@Command(name = "pause")
final class PauseCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", arity = "0..1", descriptionKey = "job")
    private String jobId;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--for", paramLabel = "DURATION")
    private String length;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    PauseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (all == (jobId != null)) {
            throw new UsageException(Message.of("cli.jobOrAll"));
        }
        if (length != null && !all) {
            throw new UsageException(Message.of("cli.pause.forAll"));
        }
        Instant until = length == null ? null : context.terminal().clock().instant().plus(DurationText.read(length));
        DataDirectory directory = common.directory(context.directories());
        try (SchedulerSession session = context.schedulers().open(directory)) {
            if (all) {
                session.scheduler().pauseAll(until);
            } else {
                session.scheduler().pause(jobId);
            }
            if (json && all) {
                StatusOutput.print(session, directory, context);
            } else if (json) {
                JobOutput.print(session, jobId, context);
            }
        }
        return ExitCode.DONE;
    }
}
