package org.carillon.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Leaves out one planned occurrence of a job. */
@Command(name = "skip")
final class SkipCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    @Parameters(index = "1", paramLabel = "TIME", arity = "0..1", descriptionKey = "occurrence")
    private String time;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    SkipCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            Instant occurrence = Occurrence.of(session.scheduler(), jobId, time, context);
            session.scheduler().skip(jobId, occurrence);
            if (json) {
                JobOutput.print(session, jobId, context);
            } else {
                context.say("cli.skip.done", jobId, context.time(occurrence));
            }
        }
        return ExitCode.DONE;
    }
}
