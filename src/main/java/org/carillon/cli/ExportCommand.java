package org.carillon.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.message.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints jobs in the format {@code carillon/1}: all of them, or those that are named. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", arity = "0..*", descriptionKey = "jobs")
    private List<String> jobIds = List.of();

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Job> jobs = new ArrayList<>();
        int code = ExitCode.DONE;
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            Scheduler scheduler = session.scheduler();
            for (JobStatus status : chosen(scheduler)) {
                if (status.isBroken()) {
                    context.say("cli.export.broken", status.id(), status.problem());
                    code = ExitCode.FAILED;
                } else {
                    jobs.add(status.job());
                }
            }
        }
        context.terminal().out().print(JobJson.writeFile(jobs));
        return code;
    }

    /** In the order of their ids, so that two exports can be compared. */
    private List<JobStatus> chosen(Scheduler scheduler) {
        if (jobIds.isEmpty()) {
            return scheduler.jobs().stream().sorted(Comparator.comparing(JobStatus::id)).toList();
        }
        return jobIds.stream().distinct()
                .map(id -> scheduler.job(id).orElseThrow(() -> new NotFoundException(Message.of("cli.noJob", id))))
                .toList();
    }
}
