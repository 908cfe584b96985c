package org.carillon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Repeats a run, with the job as it is now, and prints its output as it comes. */
@Command(name = "rerun")
final class RerunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private long runId;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RerunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Foreground(context, common.directory(context.directories()), json).run(scheduler -> scheduler.rerun(runId));
    }
}
