package org.carillon.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.carillon.job.JsonNames;
import org.carillon.message.Language;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.NoRun;
import org.carillon.trigger.Preview;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in words when a schedule runs, and what may surprise about it. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ScheduleOptions schedule;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandContext speaker = context.in(schedule.language(context.language()));
        Instant now = speaker.terminal().clock().instant();
        Trigger trigger = schedule.trigger(now, speaker.terminal().zone());
        NoRun none = Preview.none(trigger, now);
        if (json) {
            JsonOutput.line(json(trigger, none, speaker.language(), now), speaker.terminal().out());
        } else {
            speaker.terminal().out().println(TriggerWords.describe(trigger, speaker.language(), now));
            Preview.notes(trigger).forEach(note -> speaker.say("cli.warning", note));
            if (none != null && none.kind() != NoRun.Kind.AT_START) {
                speaker.say("cli.warning", none.message());
            }
            if (trigger instanceof CronTrigger cron && schedule.leavesDialectOpen()) {
                speaker.say("cli.explain.dialect", JsonNames.of(cron.dialect()));
            }
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(Trigger trigger, NoRun none, Language language, Instant now) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode().put("words", TriggerWords.describe(trigger, language, now));
        ArrayNode array = node.putArray("warnings");
        Preview.notes(trigger).forEach(note -> array.add(note.in(language)));
        if (trigger instanceof CronTrigger cron) {
            node.put("dialect", JsonNames.of(cron.dialect()));
        }
        return none == null ? node : node.put("none", JsonNames.of(none.kind()));
    }
}
