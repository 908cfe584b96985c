package org.carillon.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** Starts the process of a command: where, with which environment, and on Linux in a session of its own. */
final class CommandStart {
    private static final boolean ON_WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    /** setsid(1) executes the program in its own place: the process id stays, and names the new session. */
    private static final Optional<Path> SETSID = ProcessTree.ON_LINUX
            ? ProgramPath.find("setsid", Path.of("/"), System.getenv())
            : Optional.empty();

    /** A command that cannot be started as it is given. */
    static final class NotStartedException extends ExplainedException {
        NotStartedException(Message explanation) {
            super(explanation);
        }

        NotStartedException(Message explanation, Throwable cause) {
            super(explanation, cause);
        }
    }

    private CommandStart() {}

    /** @param base what the action's own variables are put on top of @throws NotStartedException if it cannot be started; says why */
    static Process start(CommandAction action, RunMark mark, Map<String, String> base) {
        Path directory = directory(action);
        if (!Files.isDirectory(directory)) {
            throw new NotStartedException(Message.of("action.noDirectory", directory.toString()));
        }
        ProcessBuilder builder = new ProcessBuilder().directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(base.keySet());
        base.forEach((name, value) -> {
            // What stays as it is keeps its bytes, which may be no text in this program's encoding.
            if (!value.equals(environment.get(name))) {
                environment.put(name, value);
            }
        });
        environment.putAll(action.environment());
        mark.writeTo(environment);
        builder.command(words(action.command(), directory, environment));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NotStartedException(Message.of("action.notStarted", action.command().text(), cause(e)), e);
        }
    }

    /** Where it runs, whether or not that exists. */
    static Path directory(CommandAction action) {
        String wanted = action.workingDirectory();
        Path home = Path.of(System.getProperty("user.home"));
        return wanted == null || wanted.isBlank() ? home : home.resolve(expanded(wanted));
    }

    private static String expanded(String directory) {
        return directory.equals("~") || directory.startsWith("~/")
                ? System.getProperty("user.home") + directory.substring(1)
                : directory;
    }

    private static List<String> words(CommandLine command, Path directory, Map<String, String> environment) {
        return switch (command) {
            case CommandLine.Program program when !ON_WINDOWS -> inSession(found(program.words(), directory, environment));
            case CommandLine.Program program -> program.words();
            case CommandLine.ShellLine line when ON_WINDOWS && line.shell() == null -> List.of("cmd", "/c", line.line());
            case CommandLine.ShellLine line -> {
                String shell = line.shell() == null ? "/bin/sh" : line.shell();
                List<String> words = List.of(shell, "-c", line.line());
                yield ON_WINDOWS ? words : inSession(found(words, directory, environment));
            }
        };
    }

    /** The same words with the program's file in front, so that a missing one is told from one that ends with code 127. */
    private static List<String> found(List<String> words, Path directory, Map<String, String> environment) {
        Path file = ProgramPath.find(words.getFirst(), directory, environment).orElseThrow(
                () -> new NotStartedException(Message.of("action.noProgram", words.getFirst())));
        if (SETSID.isEmpty()) {
            return words;
        }
        List<String> result = new ArrayList<>(words);
        result.set(0, file.toString());
        return result;
    }

    /** The same command, which opens a session of its own where that is possible. */
    static List<String> inSession(List<String> words) {
        List<String> result = new ArrayList<>(newSession());
        result.addAll(words);
        return result;
    }

    /** What goes in front of a command for it to run in a session of its own; empty where there is no such thing. */
    static List<String> newSession() {
        return SETSID.map(setsid -> List.of(setsid.toString(), "--")).orElse(List.of());
    }

    private static String cause(IOException e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : String.valueOf(e.getCause().getMessage());
    }
}
