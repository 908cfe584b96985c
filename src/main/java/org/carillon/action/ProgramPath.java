package org.carillon.action;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the file of a program as execvp(3) does: by its path, or by its name in the directories of {@code PATH}. */
final class ProgramPath {
    /** Where execvp looks when there is no PATH. */
    private static final String DEFAULT_PATH = "/bin:/usr/bin";

    private ProgramPath() {}

    /** @param directory what a relative path is relative to */
    static Optional<Path> find(String program, Path directory, Map<String, String> environment) {
        if (program.indexOf('/') >= 0) {
            return executable(directory.resolve(program));
        }
        for (String folder : environment.getOrDefault("PATH", DEFAULT_PATH).split(File.pathSeparator)) {
            Optional<Path> found = executable(directory.resolve(folder).resolve(program));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
    }
}
