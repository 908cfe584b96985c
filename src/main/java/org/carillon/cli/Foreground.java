package org.carillon.cli;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.carillon.control.json.RunJson;
import org.carillon.engine.OutputEncoding;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.settings.DataDirectory;

/**
 * Starts a run and stays with it until it has ended: prints its output as it comes, or at last the run as JSON. A request to end stops
 * it. It works without an instance too: then the run goes on in this process.
 */
record Foreground(CommandContext context, DataDirectory directory, boolean json) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** @param start starts the run and gives its id @return the exit code: whether it succeeded */
    int run(ToLongFunction<Scheduler> start) throws InterruptedException {
        try (Ending ending = Ending.ofProcess()) {
            return ending.finish(run(start, ending));
        }
    }

    private int run(ToLongFunction<Scheduler> start, Ending ending) throws InterruptedException {
        try (SchedulerSession session = context.schedulers().open(directory)) {
            Scheduler scheduler = session.scheduler();
            long runId = start.applyAsLong(scheduler);
            LogReading reading = new LogReading(new RunLogs(directory.logs()), runId, OutputEncoding.ofRun(scheduler, runId));
            LogOutput log = json ? () -> true : new LogCopy(reading, context.terminal());
            Run run = follow(scheduler, runId, log, ending);
            boolean succeeded = run.state() == RunState.SUCCEEDED;
            if (json) {
                JsonOutput.line(RunJson.write(run, context.language(), context.terminal().zone()), context.terminal().out());
            } else if (!succeeded) {
                context.say("cli.start.ended", Long.toString(runId), run.state().name(),
                        run.reason() == null ? "" : run.reason().words());
            }
            return succeeded ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static Run follow(Scheduler scheduler, long runId, LogOutput log, Ending ending) throws InterruptedException {
        Run run = scheduler.await(runId, BETWEEN_LOOKS);
        while (!run.state().isFinal()) {
            log.copyNew();
            if (ending.isAsked()) {
                scheduler.stop(runId);
            }
            run = scheduler.await(runId, BETWEEN_LOOKS);
        }
        log.copyNew();
        return run;
    }
}
