package org.carillon.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.engine.JobStatus;
import org.carillon.message.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the jobs. */
@Command(name = "jobs")
final class JobsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    JobsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            List<JobStatus> jobs = Leftovers.jobs(session);
            Instant now = context.terminal().clock().instant();
            if (json) {
                JsonOutput.array(jobs.stream()
                        .map(job -> JobOutput.json(job, context.language(), context.terminal().zone(), now)).toList(), context.terminal().out());
            } else {
                table(jobs, now).print(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private Table table(List<JobStatus> jobs, Instant now) {
        Table table = new Table(context.text("cli.jobs.id"), context.text("cli.jobs.name"), context.text("cli.jobs.schedule"),
                context.text("cli.jobs.next"), context.text("cli.jobs.last"));
        for (JobStatus job : jobs) {
            if (job.isBroken()) {
                table.row(job.id(), "", context.text("cli.jobs.broken", job.problem()), "", last(job));
            } else {
                table.row(job.id(), job.job().name(), JobOutput.schedule(job, context.language(), now), next(job), last(job));
            }
        }
        return table;
    }

    private String next(JobStatus job) {
        if (!job.job().enabled()) {
            return context.text("cli.jobs.paused");
        }
        return job.nextRun() == null ? "-" : context.time(job.nextRun());
    }

    private static String last(JobStatus job) {
        return job.lastRun() == null ? "-" : job.lastRun().state().name();
    }
}
