package org.carillon.cli;

import java.time.Duration;
import java.time.ZoneId;
import org.carillon.job.JsonNames;
import org.carillon.job.Run;
import org.carillon.message.Language;
import tools.jackson.databind.node.ObjectNode;

/** A run in the output of commands. */
final class RunOutput {
    private RunOutput() {}

    static ObjectNode json(Run run, Language language, ZoneId zone) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode()
                .put("id", run.id())
                .put("jobId", run.jobId())
                .put("jobName", run.jobName())
                .put("state", run.state().name())
                .put("reason", run.reason() == null ? null : run.reason().code())
                .put("reasonText", reason(run, language));
        JsonOutput.time(node, "scheduledAt", run.scheduledAt(), zone);
        JsonOutput.time(node, "startedAt", run.startedAt(), zone);
        JsonOutput.time(node, "endedAt", run.endedAt(), zone);
        node.put("durationMs", millis(run.duration()))
                .put("lateMs", millis(run.late()))
                .put("exitCode", run.exitCode())
                .put("attempt", run.attempt())
                .put("trigger", JsonNames.of(run.trigger()))
                .put("rerunOf", run.rerunOf())
                .put("host", run.host())
                .put("user", run.user())
                .put("outputBytes", run.outputBytes());
        if (run.retryAt() != null) {
            JsonOutput.time(node, "retryAt", run.retryAt(), zone);
        }
        if (run.stretch() != null) {
            ObjectNode stretch = node.putObject("stretch");
            JsonOutput.time(stretch, "from", run.stretch().from(), zone);
            JsonOutput.time(stretch, "to", run.stretch().to(), zone);
            stretch.put("count", run.stretch().count());
        }
        return node;
    }

    /** Why, in words; null where the state says it all. */
    static String reason(Run run, Language language) {
        return run.reason() == null ? null : run.reason().words().in(language);
    }

    /** In seconds; nothing for null. */
    static String seconds(Duration duration) {
        return duration == null ? "" : "%d.%03d s".formatted(duration.toSeconds(), duration.toMillisPart());
    }

    private static Long millis(Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
