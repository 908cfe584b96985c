package org.carillon.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.carillon.message.Message;

/**
 * Runs a command.
 *
 * @param command          what to run
 * @param workingDirectory where, or null for the user's home directory
 * @param environment      variables on top of the user's own, in order
 * @param stdin            what the command reads; empty for nothing
 * @param encoding         of its input and output
 * @param success          when it counts as successful
 */
public record CommandAction(
        CommandLine command,
        String workingDirectory,
        Map<String, String> environment,
        String stdin,
        Charset encoding,
        SuccessRule success)
        implements Action {

    public CommandAction {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(success, "success");
        environment = environment.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        stdin = stdin == null ? "" : stdin;
        if (workingDirectory != null && workingDirectory.indexOf('\0') >= 0) {
            throw new FormatException("workingDirectory", Message.of("job.command.zero"));
        }
        environment.forEach(CommandAction::checkVariable);
    }

    /** What no system can hand on to a program; said when the job is saved, not when it runs. */
    private static void checkVariable(String name, String value) {
        if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
            throw new FormatException("environment", Message.of("job.command.variable", name));
        }
        if (value.indexOf('\0') >= 0) {
            throw new FormatException("environment", Message.of("job.command.zero"));
        }
    }

    /** That command in the user's home directory, with the user's environment. */
    public static CommandAction of(CommandLine command) {
        return new CommandAction(command, null, Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT);
    }

    @Override
    public String type() {
        return "command";
    }

    @Override
    public String summary() {
        return command.text().lines().findFirst().orElse("");
    }
}
