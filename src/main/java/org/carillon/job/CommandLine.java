package org.carillon.job;

import java.util.List;
import org.carillon.message.Message;

/** How a command is given: as a program and its arguments, or as a line for a shell. */
public sealed interface CommandLine {
    /** The command as a person would type it. */
    String text();

    /** No system can hand a zero character on to a program. */
    private static void check(String word) {
        if (word != null && word.indexOf('\0') >= 0) {
            throw new FormatException("", Message.of("job.command.zero"));
        }
    }

    /** A program and its arguments, executed as they are, with no shell in between. */
    record Program(List<String> words) implements CommandLine {
        public Program {
            words = List.copyOf(words);
            if (words.isEmpty() || words.getFirst().isBlank()) {
                throw new FormatException("", Message.of("job.command.empty"));
            }
            words.forEach(CommandLine::check);
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
                throw new FormatException("", Message.of("job.command.empty"));
            }
            check(line);
            check(shell);
        }

        @Override
        public String text() {
            return line;
        }
    }
}
