package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.interchange.ImportEntry.Becomes;
import org.carillon.interchange.ImportEntry.Nothing;
import org.carillon.interchange.ImportEntry.Outcome;
import org.carillon.interchange.ImportEntry.Refused;
import org.carillon.interchange.ImportEntry.Sets;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.Policy;
import org.carillon.job.SuccessRule;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerException;

/**
 * Reads a crontab line by line, a user's or the system's with its column for the user, as crontab(5) says; {@code CRON_TZ} and
 * {@code RANDOM_DELAY} as cronie has them. Unlike cron, which does neither, the jobs make up once for a run that was missed, and do not
 * start while they still run; that is told once for the crontab. Reads one crontab; not thread-safe.
 */
final class CrontabReader {
    private static final Set<String> ABOUT_MAIL = Set.of("MAILTO", "MAILFROM", "CONTENT_TYPE", "CONTENT_TRANSFER_ENCODING");

    private final TriggerDefaults defaults;
    private final boolean withUser;
    private final CrontabJobs jobs = new CrontabJobs();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private ZoneId zone;
    /** The number of the line whose zone is not known, 0 while it is. */
    private int wrongZoneAt;
    private Duration jitter = Duration.ZERO;
    private String commentAbove = "";

    /** @param withUser whether a user stands between schedule and command, as in {@code /etc/crontab} */
    CrontabReader(TriggerDefaults defaults, boolean withUser) {
        this.defaults = defaults;
        this.withUser = withUser;
        this.zone = defaults.zone();
    }

    ImportPlan read(String text) {
        List<ImportEntry> entries = new ArrayList<>();
        for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
            entries.add(entry(entries.size() + 1, line));
        }
        return new ImportPlan(withNote(entries));
    }

    /** Where the first job is, what holds for all of them: they have the policy that jobs have here, which is more careful than cron. */
    private static List<ImportEntry> withNote(List<ImportEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            ImportEntry entry = entries.get(i);
            if (entry.outcome() instanceof Becomes) {
                List<Message> warnings = new ArrayList<>(entry.warnings());
                warnings.addFirst(Message.of("interchange.crontab.policy"));
                entries.set(i, new ImportEntry(entry.line(), entry.text(), entry.outcome(), warnings));
                break;
            }
        }
        return entries;
    }

    private ImportEntry entry(int number, String text) {
        List<Message> warnings = new ArrayList<>();
        CrontabLine line = CrontabLine.read(text);
        Outcome outcome = switch (line) {
            case CrontabLine.Empty empty -> new Nothing();
            case CrontabLine.Comment comment -> new Nothing();
            case CrontabLine.Variable variable -> set(number, variable, warnings);
            case CrontabLine.Entry entry -> job(withUser ? withoutUser(entry, warnings) : entry, text, warnings);
        };
        commentAbove = line instanceof CrontabLine.Comment(String comment) ? comment : "";
        return new ImportEntry(number, text, outcome, warnings);
    }

    private Outcome set(int number, CrontabLine.Variable variable, List<Message> warnings) {
        String name = variable.name();
        String value = variable.value();
        if (name.equals("CRON_TZ")) {
            return setZone(number, variable);
        }
        if (name.equals("RANDOM_DELAY") && value.matches("\\d{1,6}")) {
            jitter = Duration.ofMinutes(Integer.parseInt(value));
        } else if (ABOUT_MAIL.contains(name)) {
            if (!value.isEmpty()) {
                warnings.add(Message.of("interchange.crontab.mail", name));
            }
        } else {
            environment.put(name, value);
        }
        return new Sets(name, value);
    }

    private Outcome setZone(int number, CrontabLine.Variable variable) {
        try {
            zone = variable.value().isEmpty() ? defaults.zone() : ZoneId.of(variable.value());
            wrongZoneAt = 0;
            return new Sets(variable.name(), variable.value());
        } catch (DateTimeException e) {
            wrongZoneAt = number;
            return new Refused(Message.of("interchange.crontab.zone", variable.value()),
                    variable.valueAt(), variable.valueAt() + variable.value().length());
        }
    }

    /** The entry as in a user's crontab; who it was run by is told. A minus before the schedule only keeps cron from logging. */
    private static CrontabLine.Entry withoutUser(CrontabLine.Entry entry, List<Message> warnings) {
        String[] parts = entry.command().split("[ \\t]+", 2);
        if (!parts[0].isEmpty()) {
            warnings.add(Message.of("interchange.user", parts[0]));
        }
        boolean silent = entry.schedule().startsWith("-");
        return new CrontabLine.Entry(silent ? entry.schedule().substring(1) : entry.schedule(), entry.scheduleAt() + (silent ? 1 : 0),
                parts.length < 2 ? "" : parts[1]);
    }

    private Outcome job(CrontabLine.Entry entry, String text, List<Message> warnings) {
        CrontabCommand command = CrontabCommand.read(entry.command());
        String id = jobs.id(entry, command);
        CronTrigger trigger;
        try {
            trigger = CronTrigger.parse(entry.schedule(), Dialect.UNIX, new TriggerDefaults(zone, defaults.now(), id));
        } catch (TriggerException e) {
            return new Refused(e.explanation(), entry.scheduleAt() + e.expressionFrom(), entry.scheduleAt() + e.expressionTo());
        }
        if (wrongZoneAt > 0) {
            return new Refused(Message.of("interchange.crontab.zoneAbove", wrongZoneAt), 0, text.length());
        }
        if (command.line().isEmpty()) {
            return new Refused(Message.of("interchange.crontab.noCommand"), entry.scheduleAt(), text.length());
        }
        try {
            Job job = new Job(id, CommandNames.shortName(command.line()), CrontabJobs.description(commentAbove, defaults), "",
                    new LinkedHashSet<>(), true, trigger, action(command), Policy.DEFAULT.withJitter(jitter), Job.DEFAULT_EXECUTOR);
            warn(trigger, warnings);
            return new Becomes(job);
        } catch (FormatException e) {
            return new Refused(e.plainExplanation(), entry.scheduleAt(), text.length());
        }
    }

    private CommandAction action(CrontabCommand command) {
        return new CommandAction(
                new CommandLine.ShellLine(command.line(), environment.get("SHELL")),
                environment.get("HOME"),
                environment,
                command.stdin(),
                StandardCharsets.UTF_8,
                SuccessRule.DEFAULT);
    }

    private void warn(CronTrigger trigger, List<Message> warnings) {
        warnings.addAll(trigger.warnings());
        if (trigger.isReboot()) {
            warnings.add(Message.of("interchange.reboot"));
        } else if (trigger.next(defaults.now()) == null) {
            warnings.add(Message.of("interchange.never"));
        }
    }
}
