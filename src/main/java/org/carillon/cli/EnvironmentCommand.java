package org.carillon.cli;

import java.util.concurrent.Callable;
import org.carillon.message.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Has the running instance import anew the environment that its jobs start with. Without one there is nothing to do: each imports it at
 * its start.
 */
@Command(name = "environment")
final class EnvironmentCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    EnvironmentCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            if (!session.live()) {
                throw new NotFoundException(Message.of("cli.environment.nobody"));
            }
            int variables = session.scheduler().refreshEnvironment();
            if (json) {
                JsonOutput.line(JsonNodeFactory.instance.objectNode().put("variables", variables), context.terminal().out());
            } else {
                context.terminal().out().println(context.text("cli.environment.imported", variables));
            }
        }
        return ExitCode.DONE;
    }
}
