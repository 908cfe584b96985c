package org.carillon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a job; its runs stay in the ledger. */
@Command(name = "remove")
final class RemoveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RemoveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            session.scheduler().remove(jobId);
            if (json) {
                JsonOutput.line(JsonOutput.MAPPER.createObjectNode().put("removed", jobId), context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }
}
