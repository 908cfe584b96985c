package org.carillon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Pauses a job. */
@Command(name = "pause")
final class PauseCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    PauseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            session.scheduler().pause(jobId);
        }
        return ExitCode.DONE;
    }
}
