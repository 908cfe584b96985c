package org.carillon.ui.controls;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;

/** Lets date pickers show and read {@code 2026-11-24}, which reads the same in every country. */
public final class IsoDates extends StringConverter<LocalDate> {
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT);

    private IsoDates() {}

    /** Gives a picker this way of writing; what is typed counts at once, and what is no date counts as none. */
    public static void install(DatePicker picker) {
        picker.setConverter(new IsoDates());
        picker.setPromptText("2026-12-31");
        picker.getEditor().textProperty().addListener((text, before, after) -> {
            LocalDate read = parse(after);
            if (picker.getEditor().isFocused() && (read != null || after.isBlank())) {
                picker.setValue(read);
            }
        });
    }

    @Override
    public String toString(LocalDate date) {
        return date == null ? "" : date.toString();
    }

    @Override
    public LocalDate fromString(String text) {
        return parse(text);
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text.strip().replace('/', '-').replace('.', '-'), READ);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
