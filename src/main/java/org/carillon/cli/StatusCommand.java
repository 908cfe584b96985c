package org.carillon.cli;

import java.util.concurrent.Callable;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how the scheduler stands. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DataDirectory directory = common.directory(context.directories());
        try (SchedulerSession session = context.schedulers().open(directory)) {
            if (json) {
                StatusOutput.print(session, directory, context);
            } else {
                StatusLines.of(context, session, session.scheduler().status()).forEach(context.terminal().out()::println);
                context.terminal().out().println(context.text("cli.status.directory", directory.root().toString()));
            }
        }
        return ExitCode.DONE;
    }
}
