package org.carillon.control.server;

import java.util.Map;
import org.carillon.job.Action;
import org.carillon.job.ActionJson;
import org.carillon.job.FormatException;
import org.carillon.job.Job;
import org.carillon.job.JobId;
import org.carillon.job.JobJson;
import org.carillon.job.JsonFields;
import org.carillon.message.Message;
import org.carillon.trigger.TriggerDefaults;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Jobs as they come in requests. */
final class JobBodies {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final ServedInstance instance;

    JobBodies(ServedInstance instance) {
        this.instance = instance;
    }

    ObjectNode tree(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode node) {
                return node;
            }
            throw new FormatException("", Message.of("job.format.notObject"));
        } catch (JacksonException e) {
            throw FormatException.notJson("", e);
        }
    }

    /** One without an id gets a free one. */
    Job added(JsonNode body, Request request) {
        ObjectNode node = (ObjectNode) body.deepCopy();
        if (!node.hasNonNull("id") && node.path("name").isString()) {
            node.put("id", JobId.fromName(node.get("name").stringValue(), id -> instance.scheduler().job(id).isPresent()));
        }
        return JobJson.read(node, defaults(request));
    }

    Job replacing(ObjectNode body, String id, Request request) {
        if (body.hasNonNull("id") && !body.get("id").asString("").equals(id)) {
            throw ProblemException.wrongField("id", Message.of("control.otherId", id), null);
        }
        return JobJson.read(body.put("id", id), defaults(request));
    }

    /** A merge patch (RFC 7396). A trigger or an action of another kind takes the old one's place as a whole. */
    Job patched(Job job, JsonNode change, Request request) {
        ObjectNode whole = JobJson.write(job);
        merge(whole, change);
        return replacing(whole, job.id(), request);
    }

    /**
     * A job's action with the parts that {@code {"action": …}} names in place of its own; with {@code "whole": true}, that action as it is.
     *
     * @throws FormatException if it is of another kind than the job's own
     */
    Action once(Job job, ObjectNode body, Request request) {
        JsonFields fields = JsonFields.of(body, "");
        JsonNode change = fields.require("action");
        boolean whole = fields.bool("whole").orElse(false);
        fields.end();
        if (!change.isObject()) {
            throw new FormatException("action", Message.of("job.format.notObject"));
        }
        Action action = whole ? ActionJson.read(change, "action")
                : patched(job, JsonNodeFactory.instance.objectNode().set("action", change), request).action();
        if (!action.type().equals(job.action().type())) {
            throw new FormatException("action", Message.of("control.otherKind", job.id(), job.action().type()));
        }
        return action;
    }

    private static void merge(ObjectNode target, JsonNode change) {
        for (Map.Entry<String, JsonNode> part : change.properties()) {
            JsonNode old = target.get(part.getKey());
            if (part.getValue().isNull()) {
                target.remove(part.getKey());
            } else if (part.getValue().isObject() && old instanceof ObjectNode there && !isOtherKind(there, part.getValue())) {
                merge(there, part.getValue());
            } else {
                target.set(part.getKey(), part.getValue());
            }
        }
    }

    private static boolean isOtherKind(ObjectNode there, JsonNode change) {
        return change.hasNonNull("type") && !change.get("type").equals(there.get("type"));
    }

    /** Whether a job that is there is what the body says, as far as it says anything; the rest was filled in when it was added. */
    static boolean says(JsonNode body, Job there, Job read) {
        return contains(body, JobJson.write(there), JobJson.write(read));
    }

    private static boolean contains(JsonNode said, JsonNode there, JsonNode read) {
        if (there == null || read == null) {
            return there == read;
        }
        if (!said.isObject()) {
            return there.equals(read);
        }
        return said.properties().stream().allMatch(part -> part.getValue().isNull()
                || contains(part.getValue(), there.get(part.getKey()), read.get(part.getKey())));
    }

    TriggerDefaults defaults(Request request) {
        return new TriggerDefaults(request.zone(), instance.clock().instant(), "");
    }
}
