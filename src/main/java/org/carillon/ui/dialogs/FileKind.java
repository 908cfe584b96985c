package org.carillon.ui.dialogs;

import java.util.List;

/**
 * A kind of file to choose from.
 *
 * @param name     for people
 * @param patterns for instance {@code *.json}
 */
public record FileKind(String name, List<String> patterns) {
    public FileKind {
        patterns = List.copyOf(patterns);
    }
}
