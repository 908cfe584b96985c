package org.carillon.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.carillon.control.json.JobStatusJson;
import org.carillon.engine.JobStatus;
import org.carillon.message.Language;
import org.carillon.trigger.TriggerWords;
import tools.jackson.databind.node.ObjectNode;

/** A job in the output of commands: as in the format, with its schedule in words and how it stands. */
final class JobOutput {
    private static final List<String> OF_LAST_RUN = List.of("id", "state", "endedAt");

    private JobOutput() {}

    static ObjectNode json(JobStatus status, Language language, ZoneId zone, Instant now) {
        ObjectNode node = JobStatusJson.write(status, language, zone, now);
        if (node.get("lastRun") instanceof ObjectNode last) {
            last.retain(OF_LAST_RUN);
        }
        return node;
    }

    /** Prints a job as it is now. */
    static void print(SchedulerSession session, String jobId, CommandContext context) {
        session.scheduler().job(jobId).ifPresent(status -> JsonOutput.line(
                json(status, context.language(), context.terminal().zone(), context.terminal().clock().instant()), context.terminal().out()));
    }

    static String schedule(JobStatus status, Language language, Instant now) {
        return TriggerWords.describe(status.job().trigger(), language, now);
    }
}
