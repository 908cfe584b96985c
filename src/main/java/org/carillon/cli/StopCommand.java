package org.carillon.cli;

import java.util.concurrent.Callable;
import org.carillon.control.json.RunJson;
import org.carillon.job.Run;
import org.carillon.message.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a run: its processes are asked to end, and killed after the grace. Does not wait for that; {@code wait} does. */
@Command(name = "stop")
final class StopCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private long runId;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    StopCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            Run before = find(session);
            if (!before.state().isFinal()) {
                if (!session.live()) {
                    throw new NotFoundException(Message.of("cli.stop.nobody", Long.toString(runId)));
                }
                session.scheduler().stop(runId);
            } else if (!json) {
                context.say("cli.stop.ended", Long.toString(runId), before.state().name());
            }
            if (json) {
                JsonOutput.line(RunJson.write(find(session), context.language(), context.terminal().zone()), context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private Run find(SchedulerSession session) {
        return Leftovers.run(session, session.scheduler().run(runId)
                .orElseThrow(() -> new NotFoundException(Message.of("cli.noRun", Long.toString(runId)))));
    }
}
