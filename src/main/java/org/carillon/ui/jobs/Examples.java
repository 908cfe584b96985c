package org.carillon.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** Three real jobs that do no harm: for a person who wants to see what jobs look like. They only print. */
final class Examples {
    private record Commands(String time, String disk, String countdown) {}

    private static final Commands UNIX = new Commands(
            "date", "df -h", "for i in 5 4 3 2 1; do echo \"$i\"; sleep 1; done; echo \"0\"");
    private static final Commands WINDOWS = new Commands(
            "echo %DATE% %TIME%",
            "fsutil volume diskfree %SystemDrive%",
            "for /L %i in (5,-1,0) do @(echo %i & ping -n 2 127.0.0.1 >nul)");

    private Examples() {}

    /** @param now the moment from which the interval is counted */
    static List<Job> of(Language language, ZoneId zone, Instant now) {
        Commands commands = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? WINDOWS : UNIX;
        return List.of(
                job("example-time", "time", commands.time(), cron("* * * * *", "example-time", zone, now), language),
                job("example-disk", "disk", commands.disk(), cron("0 9 * * mon-fri", "example-disk", zone, now), language),
                job("example-countdown", "countdown", commands.countdown(),
                        IntervalTrigger.every(Duration.ofMinutes(5), new TriggerDefaults(zone, now, "example-countdown")), language));
    }

    private static Job job(String id, String name, String line, Trigger trigger, Language language) {
        CommandAction action = CommandAction.of(new CommandLine.ShellLine(line, null));
        return Job.of(id, say(name, language), trigger, action)
                .withDescription(say(name + ".what", language))
                .withTags(Set.of(say("tag", language)));
    }

    private static Trigger cron(String expression, String id, ZoneId zone, Instant now) {
        return CronTrigger.parse(expression, Dialect.UNIX, new TriggerDefaults(zone, now, id));
    }

    private static String say(String key, Language language) {
        return Message.of("ui.jobs.example." + key).in(language);
    }
}
