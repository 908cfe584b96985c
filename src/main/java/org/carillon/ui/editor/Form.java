package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.collections.ObservableSet;

/** Some fields of the form that belong together: what they hold, what is wrong with it, and who hears of changes. */
abstract class Form {
    private final List<Observable> observed = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** What is wrong, first field first; empty when the fields can be saved. */
    abstract List<Problem> problems();

    /** Called after every change of one of the fields. */
    final void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** What all fields hold; two states of the form are equal when these are. */
    Object values() {
        return observed.stream()
                .map(each -> String.valueOf(each instanceof Property<?> property ? property.getValue() : each))
                .toList();
    }

    final void observe(Property<?>... properties) {
        for (Property<?> property : properties) {
            observed.add(property);
            property.addListener((value, before, after) -> changed());
        }
    }

    final void observe(ObservableSet<?> set) {
        observed.add(set);
        set.addListener((Observable changed) -> changed());
    }

    final void changed() {
        listeners.forEach(Runnable::run);
    }
}
