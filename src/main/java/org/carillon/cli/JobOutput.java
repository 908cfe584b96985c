package org.carillon.cli;

import java.time.ZoneId;
import org.carillon.engine.JobStatus;
import org.carillon.job.JobJson;
import org.carillon.message.Language;
import org.carillon.trigger.TriggerWords;
import tools.jackson.databind.node.ObjectNode;

/** A job in the output of commands: as in the format, with its schedule in words and how it stands. */
final class JobOutput {
    private JobOutput() {}

    static ObjectNode json(JobStatus status, Language language, ZoneId zone) {
        ObjectNode node = JsonOutput.MAPPER.createObjectNode();
        if (status.isBroken()) {
            node.put("id", status.id()).put("problem", status.problem().in(language));
        } else {
            JobJson.write(status.job()).properties().forEach(part -> {
                node.set(part.getKey(), part.getValue());
                if (part.getKey().equals("trigger")) {
                    node.put("schedule", schedule(status, language));
                }
            });
        }
        JsonOutput.time(node, "nextRun", status.nextRun(), zone);
        if (status.lastRun() == null) {
            node.putNull("lastRun");
        } else {
            ObjectNode last = node.putObject("lastRun").put("id", status.lastRun().id()).put("state", status.lastRun().state().name());
            JsonOutput.time(last, "endedAt", status.lastRun().endedAt(), zone);
        }
        return node.put("running", status.running());
    }

    static String schedule(JobStatus status, Language language) {
        return TriggerWords.describe(status.job().trigger(), language);
    }
}
