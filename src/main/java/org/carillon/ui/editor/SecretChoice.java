package org.carillon.ui.editor;

import java.util.function.Consumer;

/** Lets a person look at the secrets, set some, and choose one. */
@FunctionalInterface
interface SecretChoice {
    /** @param name the one to begin with, empty for none @param chosen gets the name of the one that was set or chosen */
    void open(String name, Consumer<String> chosen);
}
