package org.carillon.ui.editor;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.trigger.Dialect;

/** A dialect that may be left to the expression, for a box to choose from, which knows no null. */
final class OptionalDialect extends SimpleObjectProperty<Optional<Dialect>> {
    /** @param property null to leave it to the expression */
    OptionalDialect(ObjectProperty<Dialect> property) {
        super(Optional.ofNullable(property.get()));
        property.addListener((value, before, after) -> set(Optional.ofNullable(after)));
        addListener((value, before, after) -> property.set(after.orElse(null)));
    }
}
