package org.carillon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.engine.ExecutorStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.ExecutorJson;
import org.carillon.job.JsonNames;
import org.carillon.message.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Lists the executors with what goes on and waits in them; its own commands change them. */
@Command(name = "executors", synopsisSubcommandLabel = "[COMMAND]")
final class ExecutorsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ExecutorsCommand(CommandContext context) {
        this.context = context;
    }

    /** With its own commands. */
    static CommandLine commandLine(CommandContext context) {
        return new CommandLine(new ExecutorsCommand(context))
                .addSubcommand(new ExecutorChangeCommand.Add(context))
                .addSubcommand(new ExecutorChangeCommand.Change(context))
                .addSubcommand(new ExecutorRemoveCommand(context));
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            List<ExecutorStatus> executors = session.scheduler().executors();
            if (json) {
                JsonOutput.array(executors.stream().map(ExecutorsCommand::json).toList(), context.terminal().out());
            } else {
                table(executors).print(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private Table table(List<ExecutorStatus> executors) {
        Table table = new Table(context.text("cli.executors.name"), context.text("cli.executors.type"), context.text("cli.executors.size"),
                context.text("cli.executors.running"), context.text("cli.executors.queued"), context.text("cli.executors.queueLimit"),
                context.text("cli.executors.javaOptions"));
        for (ExecutorStatus executor : executors) {
            table.row(executor.name(), JsonNames.of(executor.spec().kind()), Integer.toString(executor.size()),
                    Integer.toString(executor.running()), Integer.toString(executor.queued()),
                    Integer.toString(executor.spec().queueLimit()), String.join(" ", executor.spec().javaOptions()));
        }
        return table;
    }

    /** Prints an executor as it is now. */
    static void print(Scheduler scheduler, String name, CommandContext context) {
        scheduler.executors().stream().filter(executor -> executor.name().equals(name))
                .forEach(executor -> JsonOutput.line(json(executor), context.terminal().out()));
    }

    private static ObjectNode json(ExecutorStatus executor) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode().put("name", executor.name());
        node.setAll(ExecutorJson.write(executor.spec()));
        return node.put("running", executor.running()).put("queued", executor.queued());
    }
}
