package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.SuccessRule;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.trigger.CronTrigger;
import org.carillon.trigger.Dialect;
import org.carillon.trigger.IntervalTrigger;
import org.carillon.trigger.TriggerDefaults;
import tools.jackson.databind.JsonNode;

/** Makes a job of an agent or daemon of macOS. launchd.plist(5) */
final class LaunchdReader {
    private static final Set<String> USED = Set.of("Label", "Program", "ProgramArguments", "StartCalendarInterval", "StartInterval", "RunAtLoad",
            "WorkingDirectory", "EnvironmentVariables", "Disabled", "TimeOut", "ExitTimeOut", "UserName", "StandardOutPath", "StandardErrorPath",
            "AbandonProcessGroup", "Debug");
    private static final Set<String> OTHER_STARTS =
            Set.of("KeepAlive", "WatchPaths", "QueueDirectories", "StartOnMount", "Sockets", "MachServices", "OnDemand");
    private static final List<String> FIELDS = List.of("Minute", "Hour", "Day", "Month", "Weekday");

    private final TriggerDefaults defaults;

    LaunchdReader(TriggerDefaults defaults) {
        this.defaults = defaults;
    }

    ImportPlan read(String file, String text) {
        JsonNode plist = PropertyList.read(text);
        String label = plist.path("Label").asString(file.replaceFirst("\\.plist$", ""));
        NewJob job = new NewJob(1, label, label, defaults);
        try {
            triggers(job, plist);
            action(job, plist);
            job.enabled = !plist.path("Disabled").asBoolean(false);
            seconds(plist, "TimeOut").ifPresent(limit -> job.policy = job.policy.withTimeout(limit));
            seconds(plist, "ExitTimeOut").ifPresent(limit -> job.policy = job.policy.withKillGrace(limit));
            if (plist.has("UserName")) {
                job.warn("interchange.user", plist.path("UserName").asString(""));
            }
            if (plist.has("StandardOutPath") || plist.has("StandardErrorPath")) {
                job.warn("interchange.launchd.output");
            }
            job.lose(plist.propertyNames().stream().filter(key -> !saysNothing(key, plist.path(key))).toList(), USED);
            return new ImportPlan(List.of(job.entry()));
        } catch (ExplainedException e) {
            return new ImportPlan(List.of(job.refused(e.explanation())));
        }
    }

    private void triggers(NewJob job, JsonNode plist) {
        JsonNode calendar = plist.path("StartCalendarInterval");
        List<JsonNode> times = new ArrayList<>();
        if (calendar.isArray()) {
            calendar.forEach(times::add);
        } else if (!calendar.isMissingNode()) {
            times.add(calendar);
        }
        times.forEach(time -> job.add(calendar(time)));
        seconds(plist, "StartInterval").ifPresent(every -> {
            job.add(IntervalTrigger.every(every, defaults));
            job.warn("interchange.launchd.interval", every.toSeconds());
        });
        if (plist.path("RunAtLoad").asBoolean(false)) {
            job.addReboot();
        }
        List<String> others = plist.propertyNames().stream()
                .filter(key -> OTHER_STARTS.contains(key) && !saysNothing(key, plist.path(key))).toList();
        if (!job.hasTrigger() && !others.isEmpty()) {
            throw new InterchangeException(Message.of("interchange.launchd.event", String.join(", ", others)));
        }
    }

    /** Whether it only says what goes without saying. */
    private static boolean saysNothing(String key, JsonNode value) {
        return !key.equals("InitGroups") && value.isBoolean() && value.booleanValue() == key.equals("OnDemand");
    }

    /** As crontab has it: what is left out is every value, and of day and weekday either will do. */
    private CronTrigger calendar(JsonNode time) {
        if (!time.isObject()) {
            throw new InterchangeException(Message.of("interchange.launchd.calendar", time.asString("")));
        }
        StringBuilder expression = new StringBuilder();
        for (String field : FIELDS) {
            JsonNode value = time.path(field);
            if (!value.isMissingNode() && !value.isIntegralNumber()) {
                throw new InterchangeException(Message.of("interchange.launchd.number", field, value.asString("")));
            }
            expression.append(expression.isEmpty() ? "" : " ").append(value.isMissingNode() ? "*" : value.asString());
        }
        time.propertyNames().stream().filter(name -> !FIELDS.contains(name)).findFirst().ifPresent(name -> {
            throw new InterchangeException(Message.of("interchange.launchd.field", name));
        });
        return CronTrigger.parse(expression.toString(), Dialect.UNIX, defaults);
    }

    private static void action(NewJob job, JsonNode plist) {
        List<String> words = new ArrayList<>();
        plist.path("ProgramArguments").forEach(word -> words.add(word.asString("")));
        String program = plist.path("Program").asString("");
        if (!program.isEmpty() && !words.isEmpty() && !program.endsWith(words.getFirst())) {
            throw new InterchangeException(Message.of("interchange.systemd.firstArgument"));
        }
        if (!program.isEmpty()) {
            words.subList(0, Math.min(1, words.size())).clear();
            words.addFirst(program);
        }
        if (words.isEmpty()) {
            return;
        }
        Map<String, String> environment = new LinkedHashMap<>();
        plist.path("EnvironmentVariables").properties().forEach(entry -> environment.put(entry.getKey(), entry.getValue().asString("")));
        job.action = new CommandAction(new CommandLine.Program(words), plist.path("WorkingDirectory").asString(null), environment, "",
                StandardCharsets.UTF_8, SuccessRule.DEFAULT);
    }

    private static Optional<Duration> seconds(JsonNode plist, String key) {
        JsonNode value = plist.path(key);
        if (!value.isMissingNode() && !value.isIntegralNumber()) {
            throw new InterchangeException(Message.of("interchange.launchd.number", key, value.asString("")));
        }
        return value.longValue(0) > 0 ? Optional.of(Duration.ofSeconds(value.longValue())) : Optional.empty();
    }
}
