package org.carillon.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes short, readable names of command lines, for jobs that have none. */
final class CommandNames {
    private static final int LONGEST = 48;
    /** Where a shell's line goes on with something else; not inside quotes. */
    private static final Pattern PART = Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"?|'[^']*'?|\\\\.|[^;&|<>\"'\\\\])+");
    private static final Set<String> CARRIERS = Set.of("env", "exec", "nohup", "nice", "ionice", "time", "command");
    private static final Set<String> PREPARATIONS = Set.of("cd", "test", "[", "umask", "set", "export", ".", "source");

    private CommandNames() {}

    /** What the line is about: its first real command, without the program's directory, cut at a word. */
    static String shortName(String line) {
        List<String> words = mainCommand(line);
        String name = words.isEmpty() ? line.strip() : String.join(" ", words);
        if (name.length() <= LONGEST) {
            return name;
        }
        int blank = name.lastIndexOf(' ', LONGEST - 2);
        return name.substring(0, blank > LONGEST / 2 ? blank : LONGEST - 1).strip() + "…";
    }

    /** The name of the program that the line is about, for an id. */
    static String program(String line) {
        List<String> words = mainCommand(line);
        return words.isEmpty() ? "" : words.getFirst();
    }

    private static List<String> mainCommand(String line) {
        List<List<String>> commands = PART.matcher(line).results()
                .map(part -> withoutCarriers(withoutBrackets(part.group().strip())))
                .filter(words -> !words.isEmpty())
                .toList();
        return commands.stream()
                .filter(words -> !PREPARATIONS.contains(words.getFirst()))
                .findFirst()
                .or(() -> commands.stream().findFirst())
                .orElse(List.of());
    }

    /** Without the brackets of a group that begins or ends there; those of {@code $(…)} stay. */
    private static String withoutBrackets(String part) {
        String begun = part.replaceFirst("^(?:[({](?:\\s+|(?<=\\()))+", "");
        boolean endsGroup = begun.chars().filter(sign -> sign == ')').count() > begun.chars().filter(sign -> sign == '(').count();
        return endsGroup || begun.matches("(?:.*\\s)?}") ? begun.replaceFirst("\\s*[)}]$", "") : begun;
    }

    private static List<String> withoutCarriers(String command) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split("[ \\t]+")));
        boolean carried = false;
        while (!words.isEmpty()) {
            String word = fileName(words.getFirst());
            boolean carrier = CARRIERS.contains(word);
            boolean option = carried && (word.startsWith("-") || word.matches("\\d+"));
            if (!carrier && !option && !word.matches("[A-Za-z_]\\w*=.*") && !word.isEmpty()) {
                words.set(0, word);
                return words;
            }
            carried |= carrier;
            words.removeFirst();
        }
        return words;
    }

    private static String fileName(String word) {
        return word.matches("[^\"'$`=]*/[^\"'$`/]+") ? word.substring(word.lastIndexOf('/') + 1) : word;
    }
}
