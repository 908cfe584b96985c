package org.carillon.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.carillon.control.json.RunJson;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.message.Table;
import org.carillon.store.RunQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs, the newest first. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--job", paramLabel = "ID")
    private String jobId;

    @Option(names = "--state", paramLabel = "STATE", split = ",")
    private List<String> states = List.of();

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 100;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RunsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunQuery query = query();
        try (SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            Scheduler scheduler = session.scheduler();
            List<Run> runs = Leftovers.runs(session, query);
            if (jobId != null && runs.isEmpty() && scheduler.job(jobId).isEmpty()
                    && scheduler.runs(RunQuery.ofJob(jobId, 1)).isEmpty()) {
                throw new NotFoundException(Message.of("cli.noJob", jobId));
            }
            if (json) {
                JsonOutput.array(runs.stream()
                        .map(run -> RunJson.write(run, context.language(), context.terminal().zone())).toList(), context.terminal().out());
            } else {
                table(runs).print(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private RunQuery query() {
        if (limit < 1) {
            throw new UsageException(Message.of("cli.runs.limit"));
        }
        RunQuery query = jobId == null ? RunQuery.newest(limit) : RunQuery.ofJob(jobId, limit);
        Set<RunState> wanted = EnumSet.noneOf(RunState.class);
        states.forEach(name -> wanted.add(state(name)));
        return query.in(wanted);
    }

    private static RunState state(String name) {
        try {
            return RunState.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known = EnumSet.allOf(RunState.class).stream().map(RunState::name).collect(Collectors.joining(", "));
            throw new UsageException(Message.of("cli.runs.state", name, known), e);
        }
    }

    private Table table(List<Run> runs) {
        Table table = new Table(context.text("cli.runs.run"), context.text("cli.runs.job"), context.text("cli.runs.became"),
                context.text("cli.runs.planned"), context.text("cli.runs.started"), context.text("cli.runs.took"),
                context.text("cli.runs.why"));
        for (Run run : runs) {
            table.row(Long.toString(run.id()), run.jobId(), run.state().name(), context.time(run.scheduledAt()),
                    context.time(run.startedAt()), RunOutput.seconds(run.duration()), why(run));
        }
        return table;
    }

    private String why(Run run) {
        String reason = run.reason() == null ? "" : RunOutput.reason(run, context.language());
        return run.stretch() == null
                ? reason
                : context.text("cli.runs.stretch", reason, run.stretch().count(), context.time(run.stretch().to()));
    }
}
