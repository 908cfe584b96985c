package org.carillon.ui.editor;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.Job;
import org.carillon.message.Message;

/** What a job is called. */
final class GeneralForm extends Form {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final StringProperty group = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");

    GeneralForm() {
        observe(name, description, group, tags);
    }

    StringProperty name() {
        return name;
    }

    StringProperty description() {
        return description;
    }

    /** Empty for none. */
    StringProperty group() {
        return group;
    }

    /** With commas between them. */
    StringProperty tags() {
        return tags;
    }

    void show(Job job) {
        name.set(job.name());
        description.set(job.description());
        group.set(job.group());
        tags.set(String.join(", ", job.tags()));
    }

    /** The tags one by one, in order. */
    Set<String> tagSet() {
        return Arrays.stream(tags.get().split("[,，、]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    List<Problem> problems() {
        return name.get().isBlank() ? List.of(Problem.missing(Field.NAME, Message.of("ui.editor.name.missing"))) : List.of();
    }
}
