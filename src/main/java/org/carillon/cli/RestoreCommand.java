package org.carillon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a job what it was once. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    @Parameters(index = "1", paramLabel = "N", descriptionKey = "versionNumber")
    private int number;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            session.scheduler().restore(jobId, number);
            if (json) {
                JobOutput.print(session, jobId, context);
            } else {
                context.say("cli.restore.done", jobId, Integer.toString(number));
            }
        }
        return ExitCode.DONE;
    }
}
