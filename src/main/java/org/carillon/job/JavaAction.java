package org.carillon.job;

import java.util.Map;
import java.util.Objects;
import org.carillon.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Runs Java code of the program that the scheduler is part of, or of its class path.
 *
 * @param task      the name of a function that was registered, or of a class that is a task
 * @param arguments any JSON that the task is given; an empty object for none. A copy: changing it changes no job
 */
public record JavaAction(String task, JsonNode arguments) implements Action {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    public JavaAction {
        Objects.requireNonNull(task, "task");
        if (task.isBlank()) {
            throw new FormatException("task", Message.of("job.java.noTask"));
        }
        arguments = arguments == null ? JsonNodeFactory.instance.objectNode() : copy(arguments);
    }

    /** That task without arguments. */
    public static JavaAction of(String task) {
        return new JavaAction(task, null);
    }

    /** That task with arguments: texts, numbers, booleans, lists and maps of them. */
    public static JavaAction of(String task, Map<String, ?> arguments) {
        return new JavaAction(task, MAPPER.valueToTree(arguments));
    }

    @Override
    public JsonNode arguments() {
        return arguments.deepCopy();
    }

    @Override
    public String type() {
        return "java";
    }

    @Override
    public String summary() {
        return arguments.isEmpty() ? task : task + " " + arguments;
    }

    /** As it is when it has been written and read again: a number is of the smallest kind that holds it. */
    private static JsonNode copy(JsonNode arguments) {
        return MAPPER.readTree(MAPPER.writeValueAsString(arguments));
    }
}
