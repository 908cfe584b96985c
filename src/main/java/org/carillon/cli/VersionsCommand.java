package org.carillon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.carillon.control.json.VersionJson;
import org.carillon.job.JobDifference;
import org.carillon.job.JobVersion;
import org.carillon.job.Saved;
import org.carillon.message.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what a job was before, newest first, and what was changed. */
@Command(name = "versions")
final class VersionsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "JOB", descriptionKey = "job")
    private String jobId;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    VersionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            List<JobVersion> versions = session.scheduler().versions(jobId);
            if (json) {
                JsonOutput.array(VersionJson.write(versions, context.terminal().zone()), context.terminal().out());
            } else {
                table(versions).print(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private Table table(List<JobVersion> versions) {
        Table table = new Table(context.text("cli.versions.number"), context.text("cli.versions.saved"), context.text("cli.versions.by"),
                context.text("cli.versions.where"), context.text("cli.versions.changed"));
        for (int i = 0; i < versions.size(); i++) {
            JobVersion version = versions.get(i);
            Saved saved = version.saved();
            table.row(Integer.toString(version.number()), saved == null ? "-" : context.time(saved.at()), saved == null ? "-" : saved.user(),
                    saved == null ? "-" : saved.origin().words().in(context.language()),
                    changed(version, i + 1 < versions.size() ? versions.get(i + 1) : null));
        }
        return table;
    }

    private String changed(JobVersion version, JobVersion before) {
        if (version.job() == null) {
            return context.text("cli.versions.unreadable");
        }
        if (before == null || before.job() == null) {
            return version.number() == 1 ? context.text("cli.versions.first") : "";
        }
        return JobDifference.between(before.job(), version.job(), context.language()).stream()
                .map(difference -> context.text("cli.versions.change", difference.name(context.language()),
                        shortened(difference.before()), shortened(difference.after())))
                .collect(Collectors.joining("; "));
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.isEmpty() ? "-" : line.length() > 40 ? line.substring(0, 39) + "…" : line;
    }
}
