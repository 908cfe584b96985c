package org.carillon.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.job.Once;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job now, on demand with other arguments, variables or input, and prints its output as it comes. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
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
        return new Foreground(context, common.directory(context.directories()), json).run(this::begin);
    }

    private long begin(Scheduler scheduler) {
        Once once = new Once(arguments, environment, input);
        Optional<Job> job = scheduler.job(jobId).map(JobStatus::job);
        return once.isNothing() || job.isEmpty() ? scheduler.start(jobId) : scheduler.start(jobId, once.of(job.get().action()));
    }
}
