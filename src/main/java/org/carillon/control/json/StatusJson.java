package org.carillon.control.json;

import java.time.ZoneId;
import java.util.List;
import org.carillon.engine.ExecutorStatus;
import org.carillon.engine.SchedulerStatus;
import org.carillon.job.Attempt;
import org.carillon.job.ExecutorJson;
import org.carillon.job.JsonFields;
import org.carillon.job.RunState;
import org.carillon.message.Language;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the scheduler and its executors stand, and the attempts of a run, as the control API serves them. */
public final class StatusJson {
    private StatusJson() {}

    public static ObjectNode write(SchedulerStatus status, Language language, ZoneId zone) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("state", status.state().name());
        Times.put(node, "pausedUntil", status.pausedUntil(), zone);
        node.put("trouble", status.trouble() == null ? null : status.trouble().in(language))
                .put("running", status.running())
                .put("queued", status.queued())
                .put("nextJobId", status.nextJobId());
        Times.put(node, "nextRun", status.nextRun(), zone);
        return node;
    }

    public static SchedulerStatus readScheduler(JsonNode node) {
        String trouble = Times.text(node, "trouble");
        return new SchedulerStatus(SchedulerStatus.State.valueOf(Times.text(node, "state")), Times.read(node, "pausedUntil"),
                trouble == null ? null : Message.of("control.said", trouble), node.get("running").intValue(),
                node.get("queued").intValue(), Times.text(node, "nextJobId"), Times.read(node, "nextRun"));
    }

    public static ObjectNode write(ExecutorStatus executor) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", executor.name());
        node.setAll(ExecutorJson.write(executor.spec()));
        return node.put("running", executor.running()).put("queued", executor.queued());
    }

    public static ExecutorStatus readExecutor(JsonNode node) {
        ObjectNode spec = ((ObjectNode) node.deepCopy()).without(List.of("name", "running", "queued"));
        return new ExecutorStatus(ExecutorJson.read(Times.text(node, "name"), JsonFields.of(spec, "")),
                node.get("running").intValue(), node.get("queued").intValue());
    }

    public static ObjectNode write(Attempt attempt, Language language, ZoneId zone) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("number", attempt.number()).put("state", attempt.state().name());
        ReasonJson.put(node, attempt.reason(), language);
        Times.put(node, "startedAt", attempt.startedAt(), zone);
        Times.put(node, "endedAt", attempt.endedAt(), zone);
        return node.put("exitCode", attempt.exitCode());
    }

    public static Attempt readAttempt(long runId, JsonNode node) {
        return new Attempt(runId, node.get("number").intValue(), RunState.valueOf(Times.text(node, "state")), ReasonJson.read(node),
                Times.read(node, "startedAt"), Times.read(node, "endedAt"),
                node.get("exitCode").isNull() ? null : (Integer) node.get("exitCode").intValue());
    }
}
