package org.carillon.ui.editor;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.message.Message;

/** A whole number that may be left out. */
final class CountForm extends Form {
    private static final int LEAST = 1;

    private final Field field;
    private final long most;
    private final StringProperty text = new SimpleStringProperty("");

    /** @param most the largest number, of at most 18 digits */
    CountForm(Field field, long most) {
        this.field = field;
        this.most = most;
        observe(text);
    }

    /** Empty for none. */
    StringProperty text() {
        return text;
    }

    /** @param count null for none */
    void show(Number count) {
        text.set(count == null ? "" : count.toString());
    }

    /** The number; empty when nothing or something else is written. */
    Optional<Long> count() {
        String digits = text.get().strip();
        return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)).filter(each -> each >= LEAST && each <= most) : Optional.empty();
    }

    @Override
    List<Problem> problems() {
        return text.get().isBlank() || count().isPresent()
                ? List.of()
                : List.of(Problem.wrong(field, Message.of("ui.editor.count.wrong", LEAST, most)));
    }
}
