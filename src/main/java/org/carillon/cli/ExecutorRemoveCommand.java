package org.carillon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes an executor that no job uses. */
@Command(name = "remove")
final class ExecutorRemoveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "NAME", descriptionKey = "executor")
    private String name;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ExecutorRemoveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            session.scheduler().removeExecutor(name);
            if (json) {
                JsonOutput.line(JsonOutput.MAPPER.createObjectNode().put("removed", name), context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }
}
