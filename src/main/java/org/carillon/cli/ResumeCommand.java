package org.carillon.cli;

import java.util.concurrent.Callable;
import org.carillon.message.Message;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a paused job go on, or the paused scheduler. */
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", arity = "0..1", descriptionKey = "job")
    private String jobId;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (all == (jobId != null)) {
            throw new UsageException(Message.of("cli.jobOrAll"));
        }
        DataDirectory directory = common.directory(context.directories());
        try (SchedulerSession session = context.schedulers().open(directory)) {
            if (all) {
                session.scheduler().resumeAll();
            } else {
                session.scheduler().resume(jobId);
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
