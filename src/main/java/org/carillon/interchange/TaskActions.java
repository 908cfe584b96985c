package org.carillon.interchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.SuccessRule;
import org.carillon.message.Message;

/** What a task of Windows does. Task Scheduler schema, execActionType */
final class TaskActions {
    private TaskActions() {}

    static void read(NewJob job, List<XmlElement> actions) {
        for (XmlElement action : actions) {
            if (!action.name().equals("Exec")) {
                throw new InterchangeException(Message.of("interchange.windows.action", action.name()));
            }
        }
        if (actions.isEmpty()) {
            return;
        }
        String directory = actions.getFirst().text("WorkingDirectory").map(TaskActions::unquoted).orElse(null);
        if (actions.stream().anyMatch(action -> !action.text("WorkingDirectory").map(TaskActions::unquoted).orElse("")
                .equals(directory == null ? "" : directory))) {
            throw new InterchangeException(Message.of("interchange.windows.directories"));
        }
        job.action = new CommandAction(command(actions), directory, Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT);
    }

    /** Variables between percent signs, and what comes one after the other, is left to the shell. */
    private static CommandLine command(List<XmlElement> actions) {
        List<String> lines = actions.stream().map(TaskActions::line).toList();
        boolean needsShell = lines.size() > 1 || lines.getFirst().matches(".*%[^%\\s]+%.*");
        if (needsShell) {
            return new CommandLine.ShellLine(lines.stream().collect(Collectors.joining(" & ")), null);
        }
        List<String> words = new ArrayList<>(List.of(unquoted(actions.getFirst().text("Command").orElse(""))));
        words.addAll(split(actions.getFirst().text("Arguments").orElse("")));
        return new CommandLine.Program(words);
    }

    private static String line(XmlElement action) {
        String command = unquoted(action.text("Command").orElse(""));
        String quoted = command.contains(" ") ? "\"" + command + "\"" : command;
        return action.text("Arguments").map(arguments -> quoted + " " + arguments).orElse(quoted);
    }

    private static String unquoted(String text) {
        return text.matches("\"[^\"]*\"") ? text.substring(1, text.length() - 1) : text;
    }

    /** As programs of Windows split their command line: a backslash means something before a quote only. */
    static List<String> split(String arguments) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        int backslashes = 0;
        for (char letter : arguments.toCharArray()) {
            if (letter == '\\') {
                backslashes++;
                continue;
            }
            boolean escaped = letter == '"' && backslashes % 2 == 1;
            word.append("\\".repeat(letter == '"' ? backslashes / 2 : backslashes));
            any |= backslashes > 0;
            backslashes = 0;
            if (letter == '"' && !escaped) {
                quoted = !quoted;
                any = true;
            } else if (!quoted && (letter == ' ' || letter == '\t')) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(letter);
                any = true;
            }
        }
        word.append("\\".repeat(backslashes));
        if (any || backslashes > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
