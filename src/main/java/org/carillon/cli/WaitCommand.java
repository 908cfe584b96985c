package org.carillon.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.carillon.control.json.RunJson;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Waits until a run has ended; ends with its exit code. Fails, and says that it goes on, when the time is over; does so at once where no
 * instance runs, for there nothing would ever end it.
 */
@Command(name = "wait")
final class WaitCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private long runId;

    @Option(names = "--timeout", paramLabel = "TIME")
    private String timeout;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    WaitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        long deadline = timeout == null ? Long.MAX_VALUE : System.nanoTime() + DurationText.read(timeout).toNanos();
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            Run run = Leftovers.run(session, session.scheduler().run(runId)
                    .orElseThrow(() -> new NotFoundException(Message.of("cli.noRun", Long.toString(runId)))));
            while (session.live() && !run.state().isFinal() && (timeout == null || System.nanoTime() < deadline)) {
                Duration left = timeout == null ? BETWEEN_LOOKS : Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                run = session.scheduler().await(runId, left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
            }
            return tell(run, session.live());
        }
    }

    private int tell(Run run, boolean live) {
        if (json) {
            context.terminal().out().println(JsonOutput.MAPPER.writeValueAsString(
                    RunJson.write(run, context.language(), context.terminal().zone())));
        }
        if (!run.state().isFinal()) {
            context.say(goesOn(run.state(), live), Long.toString(run.id()));
        } else if (!json && run.state() != RunState.SUCCEEDED) {
            context.say("cli.start.ended", Long.toString(run.id()), run.state().name(), run.reason() == null ? "" : run.reason().words());
        }
        if (run.state() == RunState.SUCCEEDED) {
            return ExitCode.DONE;
        }
        return run.exitCode() == null || run.exitCode() == 0 ? ExitCode.FAILED : run.exitCode();
    }

    private static String goesOn(RunState state, boolean live) {
        return !live ? "cli.wait.nobody" : state == RunState.QUEUED ? "cli.wait.queued" : "cli.wait.running";
    }
}
