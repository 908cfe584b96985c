package org.carillon.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.carillon.control.json.RunJson;
import org.carillon.control.json.StatusJson;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.message.Message;
import org.carillon.store.RunQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows live, in the terminal, what runs, what comes next and what has ended. */
@Command(name = "top")
final class TopCommand implements Callable<Integer> {
    private static final String CLEAR = "\033[H\033[2J";
    private static final int ROWS = 8;
    private static final Set<RunState> GOING = Set.of(RunState.RUNNING, RunState.QUEUED);

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Option(names = "--interval", paramLabel = "TIME")
    private String interval = "1s";

    @Option(names = "--once")
    private boolean once;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    TopCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration pause = DurationText.read(interval);
        try (Ending ending = Ending.ofProcess();
                SchedulerSession session = context.schedulers().open(common.directory(context.directories()))) {
            if (!once && !session.live()) {
                throw new NotFoundException(Message.of("cli.top.nobody"));
            }
            do {
                if (json) {
                    JsonOutput.line(json(session), context.terminal().out());
                } else {
                    context.terminal().out().print((once ? "" : CLEAR) + picture(session));
                    context.terminal().out().flush();
                }
            } while (!once && !ending.await(pause));
            return ending.finish(ExitCode.DONE);
        }
    }

    private ObjectNode json(SchedulerSession session) {
        ZoneId zone = context.terminal().zone();
        ObjectNode node = StatusJson.write(session.scheduler().status(), context.language(), zone);
        ArrayNode going = node.putArray("going");
        runs(session, GOING).forEach(run -> going.add(RunJson.write(run, context.language(), zone)));
        ArrayNode coming = node.putArray("coming");
        next(session.scheduler()).forEach(job -> coming.add(JobOutput.json(job, context.language(), zone, context.terminal().clock().instant())));
        ArrayNode ended = node.putArray("ended");
        ended(session).forEach(run -> ended.add(RunJson.write(run, context.language(), zone)));
        return node;
    }

    private static List<Run> ended(SchedulerSession session) {
        return runs(session, Set.of()).stream().filter(run -> run.state().isFinal()).limit(ROWS).toList();
    }

    private static List<JobStatus> next(Scheduler scheduler) {
        return scheduler.jobs().stream().filter(job -> job.nextRun() != null)
                .sorted(Comparator.comparing(JobStatus::nextRun)).limit(ROWS).toList();
    }

    private String picture(SchedulerSession session) {
        Instant now = context.terminal().clock().instant();
        List<String> lines = new ArrayList<>(StatusLines.of(context, session, session.scheduler().status()));
        section(lines, "cli.top.running", runs(session, GOING).stream()
                .map(run -> runLine(run, run.startedAt() == null ? null : Duration.between(run.startedAt(), now))).toList());
        section(lines, "cli.top.next", coming(session.scheduler()));
        section(lines, "cli.top.ended", ended(session).stream().map(run -> runLine(run, run.duration())).toList());
        return String.join("\n", lines) + "\n";
    }

    private void section(List<String> lines, String title, List<String> rows) {
        lines.add("");
        lines.add(context.text(title));
        rows.stream().limit(ROWS).forEach(row -> lines.add("  " + row));
    }

    private static List<Run> runs(SchedulerSession session, Set<RunState> states) {
        return Leftovers.runs(session, RunQuery.newest(4 * ROWS).in(states));
    }

    private String runLine(Run run, Duration took) {
        return (run.id() + "  " + run.jobName() + "  " + run.state() + "  " + RunOutput.seconds(took)
                + (run.reason() == null ? "" : "  " + RunOutput.reason(run, context.language()))).strip();
    }

    private List<String> coming(Scheduler scheduler) {
        return next(scheduler).stream().map(job -> context.time(job.nextRun()) + "  " + job.job().name()).toList();
    }
}
