package org.carillon.job;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Executors as JSON: an object that has each under its name, as
 * {@code {"reports":{"type":"process","size":2,"queueLimit":100,"javaOptions":["-Xmx512m"]}}}. What is not said has its default.
 */
public final class ExecutorJson {
    private ExecutorJson() {}

    /** @throws FormatException if anything in it is wrong; it names the place */
    public static List<ExecutorSpec> read(JsonFields fields) {
        List<ExecutorSpec> executors = new ArrayList<>();
        for (String name : fields.keys()) {
            fields.object(name).ifPresent(executor -> executors.add(read(name, executor)));
        }
        return executors;
    }

    public static ObjectNode write(List<ExecutorSpec> executors) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        executors.forEach(executor -> node.set(executor.name(), write(executor)));
        return node;
    }

    /** One without its name. */
    public static ObjectNode write(ExecutorSpec executor) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", JsonNames.of(executor.kind()));
        node.put("size", executor.size());
        node.put("queueLimit", executor.queueLimit());
        if (executor.kind() == ExecutorSpec.Kind.PROCESS) {
            executor.javaOptions().forEach(node.putArray("javaOptions")::add);
        }
        return node;
    }

    /** One without its name. @throws FormatException if anything in it is wrong; it names the place */
    public static ExecutorSpec read(String name, JsonFields fields) {
        ExecutorSpec executor = PlacedErrors.at(fields.place(), () -> new ExecutorSpec(
                name,
                fields.choice("type", ExecutorSpec.Kind.class).orElse(ExecutorSpec.Kind.THREAD),
                fields.integer("size", 1).orElse(ExecutorSpec.DEFAULT_SIZE),
                fields.integer("queueLimit", 0).orElse(ExecutorSpec.DEFAULT_QUEUE_LIMIT),
                fields.texts("javaOptions")));
        fields.end();
        return executor;
    }
}
