package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.message.Message;

/** A command as crontab has it: one line for a shell, percent signs before what it reads, and its settings in front. crontab(5) */
final class CrontabCommandText {
    static final String SYSTEM_SHELL = "/bin/sh";
    /** What means something to cron itself. */
    private static final Set<String> OF_CRON = Set.of("SHELL", "CRON_TZ", "RANDOM_DELAY", "MAILTO", "MAILFROM", "CONTENT_TYPE",
            "CONTENT_TRANSFER_ENCODING", "HOME", "LOGNAME", "USER");

    private final CommandAction action;
    private final String shell;
    private final String line;

    /** @param shared the variables that hold for every line anyway */
    CrontabCommandText(CommandAction action, Map<String, String> shared) {
        this.action = action;
        boolean shellLine = action.command() instanceof CommandLine.ShellLine;
        String ownShell = action.command() instanceof CommandLine.ShellLine some ? some.shell() : null;
        this.shell = ownShell == null ? SYSTEM_SHELL : ownShell;
        StringBuilder text = new StringBuilder();
        action.environment().forEach((name, value) -> {
            boolean said = value.equals(shared.get(name)) || name.equals("SHELL") && value.equals(shell);
            if (!said) {
                text.append("export ").append(name).append('=').append(value.isEmpty() ? "''" : ShellWords.quote(value)).append("; ");
            }
        });
        if (action.workingDirectory() != null) {
            text.append("cd ").append(ShellWords.quote(action.workingDirectory())).append(" || exit 1; ");
        }
        text.append(shellLine ? action.command().text() : ShellWords.join(((CommandLine.Program) action.command()).words()));
        this.line = text.toString().strip();
    }

    /** Whether a variable can stand on a line of its own. */
    static boolean isSharable(String name, String value) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !OF_CRON.contains(name) && !value.matches("(?s).*\\p{Cntrl}.*")
                && !(value.contains("\"") && value.contains("'"));
    }

    /** The right side of a line that sets a variable. */
    static String value(String value) {
        if (!value.isEmpty() && !value.contains("\"") && !value.contains("'") && value.strip().equals(value)) {
            return value;
        }
        return value.contains("\"") ? "'" + value + "'" : "\"" + value + "\"";
    }

    String shell() {
        return shell;
    }

    /** What stands after the schedule. */
    String text() {
        String text = escape(line);
        if (!action.stdin().isEmpty()) {
            String input = action.stdin().endsWith("\n") ? action.stdin().substring(0, action.stdin().length() - 1) : action.stdin();
            text += "%" + escape(input).replace("\n", "%");
        }
        return text;
    }

    private static String escape(String text) {
        return text.replace("%", "\\%");
    }

    /** What keeps it out of a crontab, if anything does. */
    Optional<Message> problem() {
        if (action.command() instanceof CommandLine.ShellLine && !line.equals(action.command().text().strip()) && !shell.matches(".*/(ba|da|k|z|a)?sh")) {
            return Optional.of(Message.of("interchange.export.crontab.shell", shell));
        }
        if (!shell.matches("/[^\\p{Cntrl}\\s\"']+")) {
            return Optional.of(Message.of("interchange.export.crontab.shell", shell));
        }
        if (line.matches("(?s).*[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029].*")) {
            return Optional.of(Message.of("interchange.export.crontab.lines"));
        }
        if (!action.encoding().equals(StandardCharsets.UTF_8)) {
            return Optional.of(Message.of("interchange.export.cannot", Message.of("interchange.export.part.encoding")));
        }
        CrontabCommand read = CrontabCommand.read(text());
        boolean same = read.line().equals(line) && read.stdin().equals(action.stdin()) && !text().matches("(?s).*[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029].*");
        return same ? Optional.empty() : Optional.of(Message.of("interchange.export.cannot", Message.of("interchange.export.part.stdin")));
    }
}
