package org.carillon.job;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules for notices as JSON, such as {@code {"firstFailure":true,"everyFailures":10,"recovery":true,"longerThan":"PT1H",
 * "didNotRun":true,"channels":["desktop"]}}. What is not said is not told; without channels it is told on all.
 */
public final class NotifyJson {
    private NotifyJson() {}

    /** @throws FormatException if anything in it is wrong; it names the place */
    public static NotifyRule read(JsonFields fields) {
        NotifyRule rule = PlacedErrors.at(fields.place(), () -> new NotifyRule(
                fields.bool("firstFailure").orElse(false),
                fields.integer("everyFailures", 1).orElse(null),
                fields.bool("recovery").orElse(false),
                fields.duration("longerThan").orElse(null),
                fields.bool("didNotRun").orElse(false),
                fields.has("channels") ? fields.texts("channels") : null));
        fields.end();
        return rule;
    }

    public static ObjectNode write(NotifyRule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("firstFailure", rule.firstFailure());
        if (rule.everyFailures() != null) {
            node.put("everyFailures", rule.everyFailures());
        }
        node.put("recovery", rule.recovery());
        if (rule.longerThan() != null) {
            node.put("longerThan", rule.longerThan().toString());
        }
        node.put("didNotRun", rule.didNotRun());
        if (rule.channels() != null) {
            rule.channels().forEach(node.putArray("channels")::add);
        }
        return node;
    }
}
