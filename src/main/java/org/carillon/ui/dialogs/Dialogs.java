package org.carillon.ui.dialogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the window asks the person. An interface, so that a view model can ask without a screen, and because not every
 * screen has choosers for files. For the FX thread alone.
 */
public interface Dialogs {
    /** Asks, and calls {@code then} with the chosen answer. */
    void ask(Question question, Consumer<Answer> then);

    /** Asks for a line of text; nothing if the person gave none. @param text what is asked for @param initial what the field begins with */
    Optional<String> text(String title, String text, String initial);

    /** Shows a failure that the person must have seen. @param title what could not be done */
    void error(String title, Throwable failure);

    /** An existing file, or nothing if the person chose none. */
    Optional<Path> openFile(String title, List<FileKind> kinds);

    /** Existing files; none if the person chose none. */
    List<Path> openFiles(String title, List<FileKind> kinds);

    /** A file to write, which may exist already. */
    Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds);

    /** An existing directory. @param initial where to begin, null for the home directory */
    Optional<Path> chooseDirectory(String title, Path initial);
}
