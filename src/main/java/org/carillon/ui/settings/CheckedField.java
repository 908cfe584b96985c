package org.carillon.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.carillon.message.Message;
import org.carillon.ui.controls.ProblemLabel;

/** A field for text that is kept with every keystroke as long as it is right, and says below what is wrong with it. */
final class CheckedField extends VBox {
    private final TextField field;

    /**
     * @param check gives what is wrong with the text, if anything
     * @param keep  gets the text, without blanks around it, once it is right
     */
    CheckedField(SettingsParts parts, String id, String initial, Function<String, Optional<Message>> check, Consumer<String> keep) {
        this(parts, new TextField(), id, initial, check, keep);
    }

    /** @param field in which it is written, for instance one that hides it */
    CheckedField(SettingsParts parts, TextField field, String id, String initial, Function<String, Optional<Message>> check, Consumer<String> keep) {
        this.field = field;
        ProblemLabel problem = new ProblemLabel();
        field.setId(id);
        field.setText(initial);
        field.textProperty().addListener((text, before, now) -> {
            Optional<Message> wrong = check.apply(now.strip());
            problem.show(wrong.map(words -> words.in(parts.language())).orElse(null));
            if (wrong.isEmpty()) {
                keep.accept(now.strip());
            }
        });
        getChildren().setAll(field, problem);
    }

    CheckedField wide(int columns) {
        field.setPrefColumnCount(columns);
        field.setMaxWidth(USE_PREF_SIZE);
        return this;
    }

    CheckedField prompt(String text) {
        field.setPromptText(text);
        return this;
    }

    TextField field() {
        return field;
    }
}
