package org.carillon.ui.editor;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One row of the environment: a variable that the command gets on top of the person's own. */
final class EnvironmentVariable {
    private final StringProperty name;
    private final StringProperty value;

    EnvironmentVariable(String name, String value) {
        this.name = new SimpleStringProperty(name);
        this.value = new SimpleStringProperty(value);
    }

    StringProperty name() {
        return name;
    }

    StringProperty value() {
        return value;
    }

    /** A row that was added and not filled in, which is left out. */
    boolean isEmpty() {
        return name.get().isBlank() && value.get().isEmpty();
    }

    /** {@code NAME=value}, also what the form compares to find out whether something was changed. */
    @Override
    public String toString() {
        return name.get().strip() + "=" + value.get();
    }
}
