package org.carillon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a paused job go on. */
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            session.scheduler().resume(jobId);
        }
        return ExitCode.DONE;
    }
}
