package org.carillon.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Fills boxes to choose from. */
public final class Choices {
    private Choices() {}

    /** Lets a box choose among values, by their names, and keeps it equal to a property. */
    public static <T> void bind(ComboBox<T> box, List<T> values, Function<? super T, String> name, Property<T> property) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                return values.stream().filter(value -> name.apply(value).equals(text)).findFirst().orElse(null);
            }
        });
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(property);
    }
}
