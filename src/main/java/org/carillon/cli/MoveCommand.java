package org.carillon.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets one planned occurrence of a job run at another time. */
@Command(name = "move")
final class MoveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    @Parameters(index = "1", paramLabel = "TIME", arity = "0..1", descriptionKey = "occurrence")
    private String time;

    @Option(names = "--to", paramLabel = "TIME", required = true)
    private String to;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    MoveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Instant wanted = Occurrence.time(to, context);
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            Instant occurrence = Occurrence.of(session.scheduler(), jobId, time, context);
            session.scheduler().move(jobId, occurrence, wanted);
            if (json) {
                JobOutput.print(session, jobId, context);
            } else {
                context.say("cli.move.done", jobId, context.time(occurrence), context.time(wanted));
            }
        }
        return ExitCode.DONE;
    }
}
