package org.carillon.ui.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.carillon.message.Message;

/** Rows of names and values: the environment of a command, or the headers of a request. */
final class EnvironmentForm extends Form {
    private final ObservableList<EnvironmentVariable> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.name(), row.value()});

    private final Field field;
    private final String key;

    /**
     * @param field what is wrong when a row is
     * @param key   begins the messages: {@code environment}
     */
    EnvironmentForm(Field field, String key) {
        this.field = field;
        this.key = key;
        rows.addListener((Observable list) -> changed());
    }

    /** Begins the messages about it. */
    String key() {
        return key;
    }

    ObservableList<EnvironmentVariable> rows() {
        return rows;
    }

    /** Adds an empty row to fill in. */
    EnvironmentVariable add() {
        EnvironmentVariable row = new EnvironmentVariable("", "");
        rows.add(row);
        return row;
    }

    void show(Map<String, String> variables) {
        rows.setAll(variables.entrySet().stream().map(each -> new EnvironmentVariable(each.getKey(), each.getValue())).toList());
    }

    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.isEmpty()).forEach(row -> variables.put(row.name().get().strip(), row.value().get()));
        return variables;
    }

    @Override
    List<Problem> problems() {
        return rows.stream().map(this::problem).filter(Objects::nonNull).limit(1).toList();
    }

    /** The first row that is wrong. */
    Optional<EnvironmentVariable> firstWrong() {
        return rows.stream().filter(row -> problem(row) != null).findFirst();
    }

    @Override
    Object values() {
        return rows.stream().filter(row -> !row.isEmpty()).map(Object::toString).toList();
    }

    private Problem problem(EnvironmentVariable row) {
        String name = row.name().get().strip();
        if (row.isEmpty()) {
            return null;
        }
        if (name.isEmpty()) {
            return Problem.missing(field, Message.of("ui.editor." + key + ".nameMissing", row.value().get()));
        }
        if (name.contains("=") || name.indexOf('\0') >= 0 || row.value().get().indexOf('\0') >= 0) {
            return Problem.wrong(field, Message.of("ui.editor." + key + ".nameWrong", name));
        }
        boolean twice = rows.stream().anyMatch(other -> other != row && other.name().get().strip().equals(name));
        return twice ? Problem.wrong(field, Message.of("ui.editor." + key + ".twice", name)) : null;
    }
}
