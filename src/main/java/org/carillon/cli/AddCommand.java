package org.carillon.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.engine.JobStatus;
import org.carillon.engine.Scheduler;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.JobId;
import org.carillon.job.JobJson;
import org.carillon.job.JsonTimes;
import org.carillon.settings.DataDirectory;
import org.carillon.settings.SettingsFile;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.NoRun;
import org.carillon.trigger.Preview;
import org.carillon.trigger.TriggerWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a job in one line; prints its id and its next runs. */
@Command(name = "add")
final class AddCommand implements Callable<Integer> {
    private static final int SHOWN = 5;

    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Mixin
    private AddSchedule schedule;

    @Mixin
    private AddAction action;

    @Mixin
    private AddPolicy policy;

    @Option(names = "--id", paramLabel = "ID")
    private String id;

    @Option(names = "--name", paramLabel = "NAME")
    private String name;

    @Option(names = "--description", paramLabel = "TEXT")
    private String description;

    @Option(names = "--group", paramLabel = "GROUP")
    private String group;

    @Option(names = "--tag", paramLabel = "TAG")
    private List<String> tags = List.of();

    @Option(names = "--executor", paramLabel = "NAME", descriptionKey = "executor")
    private String executor;

    @Option(names = "--paused")
    private boolean paused;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", descriptionKey = "command")
    private List<String> command = List.of();

    AddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Instant now = context.terminal().clock().instant();
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        node.set("action", action.json(command, context.terminal().directory()));
        node.put("name", name != null ? name : action.summary(command));
        node.put("enabled", !paused);
        put(node, "description", description);
        put(node, "group", group);
        put(node, "executor", executor);
        tags.forEach(node.putArray("tags")::add);
        DataDirectory directory = common.directory(context.directories());
        node.set("policy", policy.json(new SettingsFile(directory.settingsFile()).readWithoutPassword().newJobs().policy()));
        try (SchedulerSession session = context.schedulers().open(directory)) {
            Scheduler scheduler = session.scheduler();
            String chosen = id != null ? id
                    : JobId.fromName(node.get("name").stringValue(), taken -> scheduler.job(taken).isPresent());
            node.put("id", chosen);
            node.set("trigger", schedule.json(now, context.terminal().zone(), chosen));
            Job job = read(node, chosen);
            scheduler.add(job);
            show(scheduler.job(job.id()).orElse(new JobStatus(job.id(), job, null, null, 0, null)), now);
        }
        return ExitCode.DONE;
    }

    /** Everything in it comes from the command line. */
    private Job read(ObjectNode node, String chosen) {
        try {
            return JobJson.read(node, context.triggerDefaults(chosen));
        } catch (FormatException e) {
            throw new UsageException(e.explanation(), e);
        }
    }

    private static void put(ObjectNode node, String key, String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private void show(JobStatus status, Instant now) {
        Job job = status.job();
        ObjectNode node = JsonOutput.MAPPER.createObjectNode().put("id", job.id())
                .put("schedule", TriggerWords.describe(job.trigger(), context.language(), now));
        ArrayNode next = node.putArray("next");
        Instant time = status.nextRun() != null ? status.nextRun() : job.enabled() ? job.trigger().next(now.minusNanos(1)) : null;
        long most = job.policy().maxRuns() == null ? SHOWN : Math.min(SHOWN, job.policy().maxRuns());
        for (int i = 0; i < most && time != null; i++) {
            next.add(JsonTimes.write(time, job.trigger().zone()));
            time = status.nextAfter(time);
        }
        if (json) {
            context.terminal().out().println(JsonOutput.MAPPER.writeValueAsString(node));
        } else {
            context.terminal().out().println(job.id());
            next.forEach(each -> context.terminal().out().println("  " + each.stringValue()));
        }
        warn(job, now);
    }

    /** Of what may surprise about the schedule; also that it never runs. */
    private void warn(Job job, Instant now) {
        if (job.trigger() instanceof CronTrigger cron) {
            cron.warnings().forEach(warning -> context.say("cli.warning", warning));
        }
        NoRun none = Preview.none(job.trigger(), now);
        if (none != null) {
            context.say("cli.warning", none.message());
        }
    }
}
