package org.carillon.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Files that a desktop has the program open: on Windows a double click starts it with nothing but their paths. They mean what
 * {@code --open} means. A command that is called as a file is called stays a command.
 */
final class OpenedFiles {
    private static final String OPEN = "--open";

    private OpenedFiles() {}

    /** The same command line; with {@code --open} in front where it is nothing but files that are there. */
    static String[] asked(CommandLine program, Path directory, String... arguments) {
        boolean opened = arguments.length > 0 && !program.getSubcommands().containsKey(arguments[0])
                && Arrays.stream(arguments).allMatch(argument -> isFile(directory, argument));
        return opened ? Stream.concat(Stream.of(OPEN), Arrays.stream(arguments)).toArray(String[]::new) : arguments;
    }

    private static boolean isFile(Path directory, String argument) {
        try {
            return Files.isRegularFile(directory.resolve(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
