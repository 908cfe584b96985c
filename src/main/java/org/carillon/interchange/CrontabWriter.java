package org.carillon.interchange;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.interchange.ExportedJob.Part;
import org.carillon.job.CatchUp;
import org.carillon.job.CommandAction;
import org.carillon.job.Job;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.Trigger;
import org.carillon.trigger.TriggerDefaults;

/** Writes jobs as a user's crontab, with {@code CRON_TZ} and {@code RANDOM_DELAY} as cronie has them. crontab(5) */
final class CrontabWriter {
    private final TriggerDefaults defaults;
    /** What holds for the next line: cron's settings go on until they are changed. */
    private ZoneId zone;
    private String shell = CrontabCommandText.SYSTEM_SHELL;
    private Duration jitter = Duration.ZERO;

    CrontabWriter(TriggerDefaults defaults) {
        this.defaults = defaults;
        this.zone = PlainSchedule.region(defaults.zone());
    }

    ExportPlan write(List<Job> jobs) {
        Map<String, String> shared = shared(jobs);
        StringBuilder text = new StringBuilder();
        shared.forEach((name, value) -> text.append(name).append('=').append(CrontabCommandText.value(value)).append('\n'));
        List<ExportEntry> entries = new ArrayList<>();
        boolean catchesUp = false;
        boolean zoned = false;
        for (Job job : jobs) {
            ExportedJob exported = new ExportedJob(job, EnumSet.of(Part.JITTER, Part.CATCH_UP, Part.STDIN));
            ZoneId before = zone;
            text.append(lines(exported, shared));
            catchesUp |= !exported.isRefused() && !job.policy().catchUp().equals(CatchUp.SKIP);
            zoned |= !zone.equals(before);
            entries.add(exported.entry());
        }
        List<Message> notes = new ArrayList<>();
        if (catchesUp) {
            notes.add(Message.of("interchange.export.crontab.missed"));
        }
        if (zoned) {
            notes.add(Message.of("interchange.export.crontab.zone"));
        }
        return new ExportPlan(entries, notes, List.of(new ExportFile(ExportFormat.CRONTAB.fileName(), text.toString())));
    }

    /** The variables that all of them have: they stand above, and hold for every line. */
    private static Map<String, String> shared(List<Job> jobs) {
        Map<String, String> shared = null;
        for (Job job : jobs) {
            if (!(job.action() instanceof CommandAction action)) {
                continue;
            }
            if (shared == null) {
                shared = new LinkedHashMap<>(action.environment());
            } else {
                shared.entrySet().retainAll(action.environment().entrySet());
            }
        }
        Map<String, String> some = shared == null ? Map.of() : shared;
        some.entrySet().removeIf(variable -> !CrontabCommandText.isSharable(variable.getKey(), variable.getValue()));
        return some;
    }

    private String lines(ExportedJob exported, Map<String, String> shared) {
        Job job = exported.job();
        if (job.policy().catchUp() instanceof CatchUp.All) {
            exported.refuseUnless(false, "catchUp");
        }
        if (job.policy().jitter().toSeconds() % 60 != 0 || job.policy().jitter().getNano() != 0 || job.policy().jitter().toMinutes() > 999_999) {
            exported.refuse("interchange.export.crontab.jitter");
        }
        if (exported.command().isEmpty()) {
            return "";
        }
        ZoneId jobZone = zone;
        String expression = "";
        try {
            if (job.trigger() instanceof CronTrigger cron && cron.isReboot()) {
                expression = "@reboot";
            } else {
                PlainSchedule plain = PlainSchedule.of(job.trigger(), defaults.now());
                jobZone = plain.zone();
                expression = expression(job.trigger(), plain);
            }
        } catch (InterchangeException e) {
            exported.refuse(e.explanation());
        }
        CommandAction action = exported.command().orElseThrow();
        CrontabCommandText command = new CrontabCommandText(action, shared);
        command.problem().ifPresent(exported::refuse);
        if (exported.isRefused()) {
            return "";
        }
        return settings(jobZone, command.shell(), job.policy().jitter()) + "# "
                + ExportedJob.oneLine(job.description().isBlank() ? job.name() : job.description()) + "\n" + expression + " " + command.text() + "\n";
    }

    private String expression(Trigger trigger, PlainSchedule plain) {
        TriggerDefaults there = defaults.in(plain.zone());
        return CronExpressions.of(trigger, plain, text -> CronTrigger.parse(text, Dialect.UNIX, there), true, defaults.now());
    }

    private String settings(ZoneId newZone, String newShell, Duration newJitter) {
        StringBuilder lines = new StringBuilder("\n");
        if (!newZone.equals(zone)) {
            lines.append("CRON_TZ=").append(newZone.getId()).append('\n');
        }
        if (!newShell.equals(shell)) {
            lines.append("SHELL=").append(newShell).append('\n');
        }
        if (!newJitter.equals(jitter)) {
            lines.append("RANDOM_DELAY=").append(newJitter.toMinutes()).append('\n');
        }
        zone = newZone;
        shell = newShell;
        jitter = newJitter;
        return lines.toString();
    }
}
