package org.carillon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in words when a schedule runs. */
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
        Language language = schedule.language(context.language());
        Trigger trigger = schedule.trigger(context.terminal().clock().instant(), context.terminal().zone());
        List<Message> warnings = trigger instanceof CronTrigger cron ? cron.warnings() : List.of();
        if (json) {
            ObjectNode node = JsonOutput.MAPPER.createObjectNode().put("words", TriggerWords.describe(trigger, language));
            ArrayNode array = node.putArray("warnings");
            warnings.forEach(warning -> array.add(warning.in(language)));
            JsonOutput.line(node, context.terminal().out());
        } else {
            context.terminal().out().println(TriggerWords.describe(trigger, language));
            warnings.forEach(warning -> context.say("cli.warning", warning));
        }
        return ExitCode.DONE;
    }
}
