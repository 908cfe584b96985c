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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.job.CatchUp;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Overlap;
import org.carillon.job.Retry;
import org.carillon.job.SuccessRule;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;
import tools.jackson.databind.JsonNode;

/** Makes jobs of the CronJob resources among the documents of a YAML text. Kubernetes API reference, batch/v1 CronJob */
final class KubernetesReader {
    /** What its names for the parts of a job are prefixed with among annotations. */
    static final String ANNOTATION = "carillon.org/";
    private static final Pattern ZONE = Pattern.compile("(?:CRON_)?TZ=(\\S+)\\s+(.*)");
    private static final Set<String> SPEC = Set.of("schedule", "timeZone", "concurrencyPolicy", "startingDeadlineSeconds", "suspend", "jobTemplate",
            "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
    private static final Set<String> JOB = Set.of("template", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished");
    private static final Set<String> POD = Set.of("containers", "restartPolicy", "terminationGracePeriodSeconds");
    private static final Set<String> CONTAINER = Set.of("name", "image", "imagePullPolicy", "command", "args", "env", "workingDir");
    private static final Duration BACKOFF = Duration.ofSeconds(10);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(6);
    private static final int BACKOFF_LIMIT = 6;

    private final TriggerDefaults defaults;

    KubernetesReader(TriggerDefaults defaults) {
        this.defaults = defaults;
    }

    ImportPlan read(String text) {
        List<ImportEntry> entries = new ArrayList<>();
        for (YamlReader.Document document : YamlReader.read(text)) {
            resource(document.line(), document.tree(), entries);
        }
        return new ImportPlan(entries);
    }

    private void resource(int line, JsonNode node, List<ImportEntry> entries) {
        String kind = node.path("kind").asString("");
        if (kind.endsWith("List")) {
            node.path("items").forEach(item -> resource(line, item, entries));
        } else if (!node.isNull()) {
            entries.add(entry(line, kind, node));
        }
    }

    private ImportEntry entry(int line, String kind, JsonNode node) {
        String id = node.path("metadata").path("name").asString("");
        JsonNode annotations = node.path("metadata").path("annotations");
        String name = annotations.path(ANNOTATION + "name").asString(id);
        NewJob job = new NewJob(line, kind + " " + id + ": " + node.path("spec").path("schedule").asString(""), name.isBlank() ? "job" : name, defaults);
        if (!kind.equals("CronJob")) {
            return job.refused(Message.of("interchange.kubernetes.kind", kind));
        }
        try {
            job.identify(id);
            job.description = annotations.path(ANNOTATION + "description").asString("");
            job.group = annotations.path(ANNOTATION + "group").asString("");
            job.tags = new LinkedHashSet<>(annotations.path(ANNOTATION + "tags").asString("").lines().toList());
            JsonNode spec = node.path("spec");
            schedule(job, spec);
            policy(job, spec);
            container(job, spec.path("jobTemplate").path("spec").path("template").path("spec"));
            job.lose(spec.propertyNames(), SPEC);
            job.lose(spec.path("jobTemplate").path("spec").propertyNames(), JOB);
            return job.entry();
        } catch (ExplainedException e) {
            return job.refused(e.explanation());
        }
    }

    private void schedule(NewJob job, JsonNode spec) {
        String schedule = spec.path("schedule").asString("").strip();
        String zoneName = spec.path("timeZone").asString("");
        Matcher prefixed = ZONE.matcher(schedule);
        if (prefixed.matches()) {
            zoneName = prefixed.group(1);
            schedule = prefixed.group(2);
        }
        if (zoneName.isEmpty()) {
            job.warn("interchange.kubernetes.utc");
        }
        job.add(GoCron.parse(schedule, defaults.in(zone(zoneName))));
        job.warnOfGaps();
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() || name.equals("UTC") || name.equals("Etc/UTC") ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new InterchangeException(Message.of("interchange.calendar.zone", name), e);
        }
    }

    private static void policy(NewJob job, JsonNode spec) {
        job.enabled = !spec.path("suspend").asBoolean(false);
        job.policy = switch (spec.path("concurrencyPolicy").asString("Allow")) {
            case "Forbid" -> job.policy.withOverlap(Overlap.SKIP);
            case "Replace" -> job.policy.withOverlap(Overlap.REPLACE);
            default -> job.policy.withOverlap(Overlap.PARALLEL);
        };
        if (spec.path("startingDeadlineSeconds").isIntegralNumber()) {
            job.policy = job.policy.withMisfireGrace(Duration.ofSeconds(spec.path("startingDeadlineSeconds").longValue()));
        }
        job.policy = job.policy.withCatchUp(CatchUp.ONCE);
        JsonNode work = spec.path("jobTemplate").path("spec");
        if (work.path("activeDeadlineSeconds").isIntegralNumber()) {
            job.policy = job.policy.withTimeout(Duration.ofSeconds(work.path("activeDeadlineSeconds").longValue()));
        }
        JsonNode grace = work.path("template").path("spec").path("terminationGracePeriodSeconds");
        if (grace.isIntegralNumber() && grace.longValue() >= 0) {
            job.policy = job.policy.withKillGrace(Duration.ofSeconds(grace.longValue()));
        }
        int attempts = work.path("backoffLimit").isIntegralNumber() ? work.path("backoffLimit").intValue() : BACKOFF_LIMIT;
        job.policy = job.policy.withRetry(retry(attempts));
    }

    /** How Kubernetes waits between attempts. */
    static Retry retry(int attempts) {
        return attempts == 0 ? Retry.NONE : new Retry(attempts, BACKOFF, 2, LONGEST_BACKOFF);
    }

    private static void container(NewJob job, JsonNode pod) {
        JsonNode containers = pod.path("containers");
        if (containers.size() != 1) {
            throw new InterchangeException(Message.of("interchange.kubernetes.containers", containers.size()));
        }
        JsonNode container = containers.get(0);
        List<String> words = new ArrayList<>();
        container.path("command").forEach(word -> words.add(word.asString("")));
        String image = container.path("image").asString("");
        if (words.isEmpty()) {
            throw new InterchangeException(Message.of("interchange.kubernetes.noCommand", image));
        }
        container.path("args").forEach(word -> words.add(word.asString("")));
        Map<String, String> environment = environment(job, container.path("env"));
        List<String> expanded = words.stream().map(word -> expand(word, environment)).toList();
        job.action = new CommandAction(command(expanded), container.path("workingDir").asString(null), environment, "",
                StandardCharsets.UTF_8, SuccessRule.DEFAULT);
        job.warn("interchange.kubernetes.image", image);
        job.lose(pod.propertyNames(), POD);
        job.lose(container.propertyNames(), CONTAINER);
    }

    private static CommandLine command(List<String> words) {
        boolean isShell = words.size() == 3 && words.get(1).equals("-c") && words.getFirst().matches("(/usr)?/bin/(sh|bash|dash|zsh|ksh)");
        return isShell ? new CommandLine.ShellLine(words.get(2), words.getFirst().equals("/bin/sh") ? null : words.getFirst())
                : new CommandLine.Program(words);
    }

    private static Map<String, String> environment(NewJob job, JsonNode list) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode variable : list) {
            String name = variable.path("name").asString("");
            if (variable.has("valueFrom")) {
                job.lose("env " + name + " (valueFrom)");
            } else {
                environment.put(name, expand(variable.path("value").asString(""), environment));
            }
        }
        return environment;
    }

    /** {@code $(NAME)} is the value of a variable given before, {@code $$(NAME)} that text itself. */
    static String expand(String text, Map<String, String> environment) {
        return Pattern.compile("\\$\\$|\\$\\(([^)]+)\\)").matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null ? "$" : environment.getOrDefault(found.group(1), found.group())));
    }
}
