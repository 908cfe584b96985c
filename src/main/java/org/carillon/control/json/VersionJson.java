package org.carillon.control.json;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carillon.job.Job;
import org.carillon.job.JobDifference;
import org.carillon.job.JobJson;
import org.carillon.job.JobVersion;
import org.carillon.job.JsonNames;
import org.carillon.job.Origin;
import org.carillon.job.Saved;
import org.carillon.message.Language;
import org.carillon.trigger.TriggerDefaults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Versions of a job as the command line prints them and the control API serves them. */
public final class VersionJson {
    private VersionJson() {}

    /** @param versions newest first @param zone in which times are written */
    public static List<ObjectNode> write(List<JobVersion> versions, ZoneId zone) {
        List<ObjectNode> nodes = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            nodes.add(write(versions.get(i), i + 1 < versions.size() ? versions.get(i + 1) : null, zone));
        }
        return nodes;
    }

    private static ObjectNode write(JobVersion version, JobVersion before, ZoneId zone) {
        Saved saved = version.saved();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("number", version.number());
        Times.put(node, "savedAt", saved == null ? null : saved.at(), zone);
        node.put("user", saved == null ? null : saved.user()).put("origin", saved == null ? null : JsonNames.of(saved.origin()));
        ArrayNode changed = node.putArray("changed");
        changed(version, before).stream().map(JobDifference::field).distinct().forEach(changed::add);
        node.set("job", version.job() == null ? null : JobJson.write(version.job()));
        return node;
    }

    private static List<JobDifference> changed(JobVersion version, JobVersion before) {
        return before == null || before.job() == null || version.job() == null
                ? List.of() : JobDifference.between(before.job(), version.job(), Language.ENGLISH);
    }

    /** What {@link #write} wrote; times to the millisecond. */
    public static JobVersion read(JsonNode node) {
        Instant at = Times.read(node, "savedAt");
        Saved saved = at == null ? null
                : new Saved(at, Times.text(node, "user"), Constants.read(Origin.class, Times.text(node, "origin")));
        JsonNode job = node.get("job");
        Job read = job == null || job.isNull() ? null
                : JobJson.read(job, new TriggerDefaults(ZoneOffset.UTC, Instant.EPOCH, ""));
        return new JobVersion(node.get("number").intValue(), saved, read);
    }
}
