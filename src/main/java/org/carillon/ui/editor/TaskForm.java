package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.JavaAction;
import org.carillon.message.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The Java task that a job runs, and the JSON that the task is given. */
final class TaskForm extends WorkForm {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final StringProperty task = new SimpleStringProperty("");
    private final StringProperty arguments = new SimpleStringProperty("");

    TaskForm() {
        observe(task, arguments);
    }

    /** A registered function's name, or a class. */
    StringProperty task() {
        return task;
    }

    /** JSON; empty for none. */
    StringProperty arguments() {
        return arguments;
    }

    void show(JavaAction action) {
        task.set(action.task());
        arguments.set(action.arguments().isEmpty() ? "" : action.arguments().toString());
    }

    @Override
    JavaAction action() {
        String json = arguments.get().strip();
        return new JavaAction(task.get().strip(), json.isEmpty() ? null : MAPPER.readTree(json));
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (task.get().isBlank()) {
            problems.add(Problem.missing(Field.TASK, Message.of("ui.editor.task.missing")));
        }
        if (!isJson(arguments.get().strip())) {
            problems.add(Problem.wrong(Field.TASK_ARGUMENTS, Message.of("ui.editor.taskArguments.wrong")));
        }
        return problems;
    }

    private static boolean isJson(String text) {
        try {
            return text.isEmpty() || !MAPPER.readTree(text).isMissingNode();
        } catch (JacksonException _) {
            return false;
        }
    }
}
