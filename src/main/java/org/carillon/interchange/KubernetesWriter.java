package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.carillon.interchange.ExportedJob.Part;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Overlap;
import org.carillon.job.Policy;
import org.carillon.job.Retry;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes each job as a resource of kind CronJob. Kubernetes API reference, batch/v1 CronJob */
final class KubernetesWriter {
    /** Names of resources become part of those of their pods. */
    private static final int LONGEST_NAME = 52;

    private final TriggerDefaults defaults;
    private final String image;

    KubernetesWriter(TriggerDefaults defaults, String image) {
        this.defaults = defaults;
        this.image = image;
    }

    ExportPlan write(List<Job> jobs) {
        List<ExportEntry> entries = new ArrayList<>();
        List<ObjectNode> documents = new ArrayList<>();
        for (Job job : jobs) {
            ExportedJob exported = new ExportedJob(job, EnumSet.of(Part.PAUSED, Part.TIMEOUT, Part.RETRY, Part.OVERLAP, Part.MISFIRE_GRACE,
                    Part.GROUP, Part.TAGS, Part.KILL_GRACE));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            check(exported);
            Optional<String> overlap = overlap(job.policy());
            exported.refuseUnless(overlap.isPresent(), "overlap");
            try {
                schedule(document, job, overlap.orElse(""));
            } catch (InterchangeException e) {
                exported.refuse(e.explanation());
            }
            if (!exported.isRefused()) {
                work(document, job, exported.command().orElseThrow());
                documents.add(document);
            }
            entries.add(exported.entry());
        }
        List<Message> notes = documents.isEmpty() ? List.of() : List.of(Message.of("interchange.export.kubernetes.image", image));
        String text = documents.isEmpty() ? "" : YamlWriter.write(documents);
        return new ExportPlan(entries, notes, List.of(new ExportFile(ExportFormat.KUBERNETES.fileName(), text)));
    }

    private static void check(ExportedJob exported) {
        Policy policy = exported.job().policy();
        if (!exported.job().id().matches("[a-z0-9]([-a-z0-9.]*[a-z0-9])?") || exported.job().id().length() > LONGEST_NAME
                || exported.job().id().matches(".*([-.]\\.|\\.-).*")) {
            exported.refuse("interchange.export.kubernetes.name", LONGEST_NAME);
        }
        exported.refuseUnless(policy.retry().attempts() == 0 || policy.retry().equals(KubernetesReader.retry(policy.retry().attempts())), "backoff");
        boolean whole = List.of(Optional.ofNullable(policy.timeout()), Optional.ofNullable(policy.misfireGrace()), Optional.of(policy.killGrace()))
                .stream().flatMap(Optional::stream).allMatch(length -> length.getNano() == 0);
        exported.refuseUnless(whole, "fraction");
        exported.command().ifPresent(action -> exported.refuseUnless(action.encoding().equals(StandardCharsets.UTF_8), "encoding"));
    }

    private static Optional<String> overlap(Policy policy) {
        return switch (policy.overlap()) {
            case Overlap.SKIP -> policy.maxInstances() == 1 ? Optional.of("Forbid") : Optional.empty();
            case Overlap.REPLACE -> policy.maxInstances() == 1 ? Optional.of("Replace") : Optional.empty();
            case Overlap.PARALLEL -> Optional.of("Allow");
            case Overlap.QUEUE -> Optional.empty();
        };
    }

    private void schedule(ObjectNode document, Job job, String overlap) {
        PlainSchedule plain = PlainSchedule.of(job.trigger(), defaults.now());
        String expression = CronExpressions.of(job.trigger(), plain, text -> GoCron.parse(text, defaults.in(plain.zone())), false, defaults.now());
        document.put("apiVersion", "batch/v1").put("kind", "CronJob");
        ObjectNode metadata = document.putObject("metadata").put("name", job.id());
        ObjectNode annotations = JsonNodeFactory.instance.objectNode();
        put(annotations, "name", job.name().equals(job.id()) ? "" : job.name());
        put(annotations, "description", job.description());
        put(annotations, "group", job.group());
        put(annotations, "tags", String.join("\n", job.tags()));
        if (!annotations.isEmpty()) {
            metadata.set("annotations", annotations);
        }
        ObjectNode spec = document.putObject("spec").put("schedule", expression).put("timeZone", plain.zone().getId().equals("UTC") ? "Etc/UTC"
                : plain.zone().getId()).put("concurrencyPolicy", overlap);
        put(spec, "startingDeadlineSeconds", job.policy().misfireGrace());
        if (!job.enabled()) {
            spec.put("suspend", true);
        }
    }

    private static void put(ObjectNode annotations, String key, String text) {
        if (!text.isBlank()) {
            annotations.put(KubernetesReader.ANNOTATION + key, text);
        }
    }

    private static void put(ObjectNode node, String key, Duration length) {
        if (length != null) {
            node.put(key, length.toSeconds());
        }
    }

    private void work(ObjectNode document, Job job, CommandAction action) {
        ObjectNode work = ((ObjectNode) document.get("spec")).putObject("jobTemplate").putObject("spec");
        Retry retry = job.policy().retry();
        work.put("backoffLimit", retry.attempts());
        put(work, "activeDeadlineSeconds", job.policy().timeout());
        ObjectNode pod = work.putObject("template").putObject("spec").put("restartPolicy", "Never");
        put(pod, "terminationGracePeriodSeconds", job.policy().killGrace());
        ObjectNode container = pod.putArray("containers").addObject().put("name", "job").put("image", image);
        if (action.workingDirectory() != null) {
            container.put("workingDir", action.workingDirectory());
        }
        ArrayNode words = container.putArray("command");
        switch (action.command()) {
            case CommandLine.Program program -> program.words().forEach(word -> words.add(escape(word)));
            case CommandLine.ShellLine line -> words.add(line.shell() == null ? "/bin/sh" : line.shell()).add("-c").add(escape(line.line()));
        }
        if (!action.environment().isEmpty()) {
            ArrayNode environment = container.putArray("env");
            action.environment().forEach((name, value) -> environment.addObject().put("name", name).put("value", escape(value)));
        }
    }

    /** Doubles dollar signs where one of them could begin a reference. */
    private static String escape(String text) {
        return text.contains("$(") || text.contains("$$") ? text.replace("$", "$$") : text;
    }
}
