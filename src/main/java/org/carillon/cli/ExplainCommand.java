package org.carillon.cli;

import java.util.concurrent.Callable;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says in words when a schedule runs. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ScheduleOptions schedule;

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Language language = schedule.language(context.language());
        Trigger trigger = schedule.trigger(context.terminal().clock().instant(), context.terminal().zone());
        context.terminal().out().println(TriggerWords.describe(trigger, language));
        if (trigger instanceof CronTrigger cron) {
            for (Message warning : cron.warnings()) {
                context.say("cli.warning", warning);
            }
        }
        return ExitCode.DONE;
    }
}
