package org.carillon.job;

import java.util.List;

/** How a command is given: as a program and its arguments, or as a line for a shell. */
public sealed interface CommandLine {
    /** The command as a person would type it. */
    String text();

    /** A program and its arguments, executed as they are, with no shell in between. */
    record Program(List<String> words) implements CommandLine {
        public Program {
            words = List.copyOf(words);
            if (words.isEmpty() || words.getFirst().isBlank()) {
                throw new FormatException("", org.carillon.message.Message.of("job.command.empty"));
            }
        }

        @Override
        public String text() {
            return String.join(" ", words);
        }
    }

    /** A line for the shell. @param shell the shell's path, or null for the system's ({@code /bin/sh}, on Windows {@code cmd}) */
    record ShellLine(String line, String shell) implements CommandLine {
        public ShellLine {
            if (line == null || line.isBlank()) {
                throw new FormatException("", org.carillon.message.Message.of("job.command.empty"));
            }
        }

        @Override
        public String text() {
            return line;
        }
    }
}
