package org.carillon.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carillon.control.json.RunJson;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.job.Once;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.log.RunLogs;
import org.carillon.settings.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job now, on demand with other arguments, variables or input, and prints its output as it comes. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGUMENT", descriptionKey = "startArguments")
    private List<String> arguments = List.of();

    @Option(names = "--env", paramLabel = "NAME=VALUE")
    private Map<String, String> environment = Map.of();

    @Option(names = "--input", paramLabel = "TEXT")
    private String input;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

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
            long runId = begin(scheduler);
            LogOutput log = json ? () -> true : new LogCopy(new RunLogs(directory.logs()), runId, context.terminal());
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

    private long begin(Scheduler scheduler) {
        Once once = new Once(arguments, environment, input);
        Optional<Job> job = scheduler.job(jobId).map(JobStatus::job);
        return once.isNothing() || job.isEmpty() ? scheduler.start(jobId) : scheduler.start(jobId, once.of(job.get().action()));
    }

    /** Until it has ended; a request to end stops it. */
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
