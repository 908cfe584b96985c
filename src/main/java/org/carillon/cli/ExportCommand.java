package org.carillon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.interchange.ExportEntry;
import org.carillon.interchange.ExportFile;
import org.carillon.interchange.ExportFormat;
import org.carillon.interchange.ExportPlan;
import org.carillon.interchange.InterchangeException;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.settings.IoReasons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints jobs in the format {@code carillon/1} or in that of another program: all of them, or those that are named. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--format", paramLabel = "FORMAT")
    private String format = ExportFormat.JSON.label();

    @Option(names = "--image", paramLabel = "IMAGE")
    private String image = "busybox";

    @Option(names = "--output", paramLabel = "DIRECTORY")
    private Path output;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Parameters(paramLabel = "JOB", arity = "0..*", descriptionKey = "jobs")
    private List<String> jobIds = List.of();

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ExportFormat chosen = ExportFormat.labelled(format).orElseThrow(() -> new UsageException(
                Message.of("interchange.export.format", format, String.join(", ", ExportFormat.labels()))));
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
        ExportPlan plan = ExportPlan.of(jobs, chosen, context.triggerDefaults(""), image);
        if (output != null) {
            write(plan);
        }
        if (json) {
            JsonOutput.line(ExportReport.json(plan, context.language()), context.terminal().out());
        } else {
            if (output == null) {
                context.terminal().out().print(plan.text());
            }
            tell(plan);
        }
        return plan.refused().isEmpty() ? code : ExitCode.FAILED;
    }

    private void write(ExportPlan plan) {
        try {
            Files.createDirectories(output);
            for (ExportFile file : plan.files()) {
                Files.writeString(output.resolve(file.name()), file.text());
            }
        } catch (IOException e) {
            throw new InterchangeException(Message.of("cli.export.unwritable", output.toString(), IoReasons.words(e)), e);
        }
    }

    /** What cannot be said, and what is not carried over, by name and reason. */
    private void tell(ExportPlan plan) {
        for (ExportEntry entry : plan.entries()) {
            entry.refusals().forEach(why -> context.say("cli.export.refused", entry.job().id(), why));
            if (!entry.isRefused()) {
                entry.warnings().forEach(what -> context.say("cli.export.warning", entry.job().id(), what));
            }
        }
        plan.notes().forEach(note -> context.say("cli.export.note", note));
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
