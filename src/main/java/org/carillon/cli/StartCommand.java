package org.carillon.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a job now and prints its output as it comes. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    StartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = common.directory(context.directories());
        try (Ending ending = Ending.ofProcess()) {
            return ending.finish(start(directory, ending));
        }
    }

    private int start(DataDirectory directory, Ending ending) throws InterruptedException {
        try (SchedulerSession session = context.schedulers().open(directory)) {
            Scheduler scheduler = session.scheduler();
            long runId = scheduler.start(jobId);
            Run run = follow(scheduler, runId, new LogCopy(new RunLogs(directory.logs()), runId, context.terminal().out()), ending);
            boolean succeeded = run.state() == RunState.SUCCEEDED;
            if (!succeeded) {
                context.say("cli.start.ended", Long.toString(runId), run.state().name(),
                        run.reason() == null ? "" : run.reason().words());
            }
            return succeeded ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Until it has ended; a request to end stops it. */
    private static Run follow(Scheduler scheduler, long runId, LogCopy log, Ending ending) throws InterruptedException {
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
