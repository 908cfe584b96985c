package org.carillon.control.json;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.engine.JobStatus;
import org.carillon.job.Job;
import org.carillon.job.JobJson;
import org.carillon.job.JsonTimes;
import org.carillon.job.Run;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;
import org.carillon.trigger.TriggerWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A job as the command line prints it and the control API serves it: as in the format, and how it stands. */
public final class JobStatusJson {
    private static final Set<String> BESIDES = Set.of("schedule", "nextRun", "lastRun", "running", "problem", "leftOut");
    /** Of no consequence: what is read back says everything. */
    private static final TriggerDefaults DEFAULTS = new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, "");

    private JobStatusJson() {}

    /**
     * @param language of the schedule in words
     * @param zone     in which times are written
     * @param now      from when on the schedule is told
     */
    public static ObjectNode write(JobStatus status, Language language, ZoneId zone, Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (status.isBroken()) {
            node.put("id", status.id()).put("problem", status.problem().in(language));
        } else {
            JobJson.write(status.job()).properties().forEach(part -> {
                node.set(part.getKey(), part.getValue());
                if (part.getKey().equals("trigger")) {
                    node.put("schedule", TriggerWords.describe(status.job().trigger(), language, now));
                }
            });
        }
        Times.put(node, "nextRun", status.nextRun(), zone);
        node.set("lastRun", status.lastRun() == null
                ? JsonNodeFactory.instance.nullNode() : RunJson.write(status.lastRun(), language, zone));
        node.put("running", status.running());
        if (!status.leftOut().isEmpty()) {
            ArrayNode leftOut = node.putArray("leftOut");
            status.leftOut().stream().sorted().forEach(time -> leftOut.add(JsonTimes.write(time, zone)));
        }
        return node;
    }

    /** What {@link #write} wrote. */
    public static JobStatus read(JsonNode node) {
        JsonNode last = node.get("lastRun");
        Run lastRun = last.isNull() ? null : RunJson.read(last);
        String problem = Times.text(node, "problem");
        return new JobStatus(node.get("id").stringValue(), problem == null ? job(node) : null, Times.read(node, "nextRun"), lastRun,
                node.get("running").intValue(), problem == null ? null : Message.of("control.said", problem), leftOut(node));
    }

    private static Set<Instant> leftOut(JsonNode node) {
        return node.path("leftOut").valueStream().map(time -> JsonTimes.parse(time.stringValue(), ZoneOffset.UTC)).collect(Collectors.toSet());
    }

    private static Job job(JsonNode node) {
        ObjectNode job = JsonNodeFactory.instance.objectNode();
        node.properties().stream().filter(part -> !BESIDES.contains(part.getKey())).forEach(part -> job.set(part.getKey(), part.getValue()));
        return JobJson.read(job, DEFAULTS);
    }
}
