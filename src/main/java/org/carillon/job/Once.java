package org.carillon.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.message.Message;

/**
 * What is other for one run of a command or a script.
 *
 * @param arguments   in place of its own; of a line for the shell, the line; empty for its own
 * @param environment besides its own variables, or in place of those of the same names
 * @param input       in place of its own; null for its own
 */
public record Once(List<String> arguments, Map<String, String> environment, String input) {
    public Once {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Whether nothing is other. */
    public boolean isNothing() {
        return arguments.isEmpty() && environment.isEmpty() && input == null;
    }

    /** The action of that run. @throws FormatException if it is neither a command nor a script */
    public Action of(Action own) {
        return switch (own) {
            case CommandAction command -> new CommandAction(line(command.command()), command.workingDirectory(),
                    variables(command.environment()), input(command.stdin()), command.encoding(), command.success());
            case ScriptAction script -> new ScriptAction(script.language(), script.interpreter(), script.text(),
                    arguments.isEmpty() ? script.arguments() : arguments, script.workingDirectory(),
                    variables(script.environment()), input(script.stdin()), script.encoding(), script.success());
            default -> throw new FormatException("", Message.of("job.once.kind", own.type()));
        };
    }

    private CommandLine line(CommandLine own) {
        if (arguments.isEmpty()) {
            return own;
        }
        return switch (own) {
            case CommandLine.Program program -> {
                List<String> words = new ArrayList<>(List.of(program.words().getFirst()));
                words.addAll(arguments);
                yield new CommandLine.Program(words);
            }
            case CommandLine.ShellLine line -> new CommandLine.ShellLine(String.join(" ", arguments), line.shell());
        };
    }

    private Map<String, String> variables(Map<String, String> own) {
        Map<String, String> variables = new LinkedHashMap<>(own);
        variables.putAll(environment);
        return variables;
    }

    private String input(String own) {
        return input == null ? own : input;
    }
}
