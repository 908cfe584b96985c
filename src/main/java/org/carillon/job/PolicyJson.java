package org.carillon.job;

import java.time.Duration;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Policies as JSON. What is not said has its default. */
public final class PolicyJson {
    private PolicyJson() {}

    /** @throws FormatException if anything in it is wrong; it names the place */
    public static Policy read(JsonFields fields) {
        Policy usual = Policy.DEFAULT;
        Policy policy = PlacedErrors.at(fields.place(), () -> new Policy(
                fields.duration("timeout").orElse(usual.timeout()),
                fields.duration("killGrace").orElse(usual.killGrace()),
                fields.object("retry").map(PolicyJson::readRetry).orElse(usual.retry()),
                fields.integer("maxInstances", 1).orElse(usual.maxInstances()),
                fields.choice("overlap", Overlap.class).orElse(usual.overlap()),
                fields.duration("misfireGrace").orElse(usual.misfireGrace()),
                fields.get("catchUp").map(node -> readCatchUp(node, fields.place("catchUp"))).orElse(usual.catchUp()),
                fields.choice("onInterrupted", OnInterrupted.class).orElse(usual.onInterrupted()),
                fields.duration("jitter").orElse(usual.jitter()),
                fields.integer("priority", 1).orElse(usual.priority()),
                fields.integer("maxRuns", 1).map(Integer::longValue).orElse(usual.maxRuns()),
                fields.bool("removeWhenDone").orElse(usual.removeWhenDone()),
                fields.integer("keepRuns", 1).orElse(usual.keepRuns()),
                fields.duration("keepFor").orElse(usual.keepFor()),
                fields.object("notify").map(NotifyJson::read).orElse(usual.notices()),
                fields.bool("keepAwake").orElse(usual.keepAwake()),
                fields.integer("keepMegabytes", 1).orElse(usual.keepMegabytes()),
                fields.choice("orphans", OnOrphans.class).orElse(usual.orphans())));
        fields.end();
        return policy.equals(usual) ? usual : policy;
    }

    public static ObjectNode write(Policy policy) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "timeout", policy.timeout());
        put(node, "killGrace", policy.killGrace());
        ObjectNode retry = node.putObject("retry");
        retry.put("attempts", policy.retry().attempts());
        put(retry, "backoff", policy.retry().backoff());
        retry.put("factor", policy.retry().factor());
        put(retry, "maxBackoff", policy.retry().maxBackoff());
        put(retry, "jitter", policy.retry().jitter().isZero() ? null : policy.retry().jitter());
        node.put("maxInstances", policy.maxInstances());
        node.put("overlap", JsonNames.of(policy.overlap()));
        put(node, "misfireGrace", policy.misfireGrace());
        writeCatchUp(policy.catchUp(), node);
        node.put("onInterrupted", JsonNames.of(policy.onInterrupted()));
        put(node, "jitter", policy.jitter());
        node.put("priority", policy.priority());
        if (policy.maxRuns() != null) {
            node.put("maxRuns", policy.maxRuns());
        }
        node.put("removeWhenDone", policy.removeWhenDone());
        if (policy.keepRuns() != null) {
            node.put("keepRuns", policy.keepRuns());
        }
        put(node, "keepFor", policy.keepFor());
        if (policy.notices() != null) {
            node.set("notify", NotifyJson.write(policy.notices()));
        }
        if (policy.keepAwake()) {
            node.put("keepAwake", true);
        }
        if (policy.keepMegabytes() != null) {
            node.put("keepMegabytes", policy.keepMegabytes());
        }
        if (policy.orphans() != OnOrphans.END) {
            node.put("orphans", JsonNames.of(policy.orphans()));
        }
        return node;
    }

    private static Retry readRetry(JsonFields fields) {
        Retry retry = PlacedErrors.at(fields.place(), () -> new Retry(
                fields.integer("attempts", 0).orElse(Retry.NONE.attempts()),
                fields.duration("backoff").orElse(Retry.NONE.backoff()),
                fields.decimal("factor").orElse(Retry.NONE.factor()),
                fields.duration("maxBackoff").orElse(Retry.NONE.maxBackoff()),
                fields.duration("jitter").orElse(Retry.NONE.jitter())));
        fields.end();
        return retry;
    }

    private static CatchUp readCatchUp(JsonNode node, String place) {
        if (node.isString()) {
            return switch (node.stringValue()) {
                case "skip" -> CatchUp.SKIP;
                case "once" -> CatchUp.ONCE;
                default -> throw new FormatException(place, Message.of("job.catchUp.kind"));
            };
        }
        if (!node.isObject()) {
            throw new FormatException(place, Message.of("job.catchUp.kind"));
        }
        JsonFields fields = JsonFields.of(node, place);
        fields.require("all");
        CatchUp all = PlacedErrors.at(place, () -> new CatchUp.All(
                fields.duration("all").orElseThrow(),
                fields.duration("spacing").orElse(Duration.ZERO)));
        fields.end();
        return all;
    }


    private static void writeCatchUp(CatchUp catchUp, ObjectNode node) {
        switch (catchUp) {
            case CatchUp.Skip ignored -> node.put("catchUp", "skip");
            case CatchUp.Once ignored -> node.put("catchUp", "once");
            case CatchUp.All all -> {
                ObjectNode object = node.putObject("catchUp");
                put(object, "all", all.window());
                put(object, "spacing", all.spacing());
            }
        }
    }

    private static void put(ObjectNode node, String key, Duration value) {
        if (value != null) {
            node.put(key, value.toString());
        }
    }
}
