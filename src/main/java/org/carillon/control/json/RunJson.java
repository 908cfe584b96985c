package org.carillon.control.json;

import java.time.ZoneId;
import org.carillon.job.Circumstances;
import org.carillon.job.JsonNames;
import org.carillon.job.Run;
import org.carillon.job.RunState;
import org.carillon.job.RunTrigger;
import org.carillon.job.Stretch;
import org.carillon.message.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs as the command line prints them and the control API serves them. */
public final class RunJson {
    private RunJson() {}

    /**
     * @param language of the reason in words
     * @param zone     in which times are written
     */
    public static ObjectNode write(Run run, Language language, ZoneId zone) {
        ObjectNode node = JsonNodeFactory.instance.objectNode()
                .put("id", run.id())
                .put("jobId", run.jobId())
                .put("jobName", run.jobName())
                .put("state", run.state().name());
        ReasonJson.put(node, run.reason(), language);
        Times.put(node, "scheduledAt", run.scheduledAt(), zone);
        Times.put(node, "startedAt", run.startedAt(), zone);
        Times.put(node, "endedAt", run.endedAt(), zone);
        Times.putMillis(node, "durationMs", run.duration());
        Times.putMillis(node, "lateMs", run.late());
        node.put("exitCode", run.exitCode())
                .put("attempt", run.attempt())
                .put("trigger", JsonNames.of(run.trigger()))
                .put("rerunOf", run.rerunOf())
                .put("host", run.host())
                .put("user", run.user())
                .put("outputBytes", run.outputBytes());
        Circumstances circumstances = run.circumstances() == null ? new Circumstances(null, null, null) : run.circumstances();
        node.put("command", circumstances.command())
                .put("directory", circumstances.directory())
                .put("environment", circumstances.environment());
        if (run.retryAt() != null) {
            Times.put(node, "retryAt", run.retryAt(), zone);
        }
        if (run.stretch() != null) {
            ObjectNode stretch = node.putObject("stretch");
            Times.put(stretch, "from", run.stretch().from(), zone);
            Times.put(stretch, "to", run.stretch().to(), zone);
            stretch.put("count", run.stretch().count());
        }
        return node;
    }

    /** What {@link #write} wrote; times to the millisecond. */
    public static Run read(JsonNode node) {
        return new Run(node.get("id").longValue(), Times.text(node, "jobId"), Times.text(node, "jobName"),
                RunState.valueOf(Times.text(node, "state")), ReasonJson.read(node), Times.read(node, "scheduledAt"),
                Times.read(node, "startedAt"), Times.read(node, "endedAt"),
                node.get("exitCode").isNull() ? null : (Integer) node.get("exitCode").intValue(), node.get("attempt").intValue(),
                Times.read(node, "retryAt"), Constants.read(RunTrigger.class, Times.text(node, "trigger")),
                node.get("rerunOf").isNull() ? null : (Long) node.get("rerunOf").longValue(), Times.text(node, "host"),
                Times.text(node, "user"), node.get("outputBytes").longValue(), stretch(node.get("stretch")), circumstances(node));
    }

    private static Circumstances circumstances(JsonNode node) {
        Circumstances read = new Circumstances(Times.text(node, "command"), Times.text(node, "directory"), Times.text(node, "environment"));
        return read.equals(new Circumstances(null, null, null)) ? null : read;
    }

    private static Stretch stretch(JsonNode node) {
        return node == null ? null : new Stretch(Times.read(node, "from"), Times.read(node, "to"), node.get("count").longValue());
    }
}
