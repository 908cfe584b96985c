package org.carillon.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.job.CommandLine;
import org.carillon.message.Message;

/** One command of a service, with the signs before it and the variables in it. systemd.service(5), section COMMAND LINES */
final class ExecLine {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\$|\\{([A-Za-z_][A-Za-z0-9_]*)})");
    private static final Pattern SPLIT_VARIABLE = Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'");
    private static final Pattern SEMICOLON = Pattern.compile("(?<!\\S);(?!\\S)");
    private static final Pattern SHELL = Pattern.compile("(?:/usr)?/bin/(?:sh|bash|dash|zsh|ksh)");

    private final String unit;
    private final String line;
    private final NewJob job;

    ExecLine(String unit, String line, NewJob job) {
        this.unit = unit;
        this.line = line;
        this.job = job;
    }

    /** What is executed. @param ignored whether its failure does not matter */
    record Executed(CommandLine command, boolean ignored) {}

    /** @param key the setting that it is the value of */
    Executed read(String key) {
        if (SEMICOLON.matcher(QUOTED.matcher(line).replaceAll("q")).find()) {
            throw new InterchangeException(Message.of("interchange.systemd.semicolon"));
        }
        List<String> split = new ArrayList<>(UnitWords.split(line));
        String rest = split.isEmpty() ? "" : split.removeFirst();
        boolean literal = false;
        boolean ignored = false;
        while (!rest.isEmpty() && "-@:+!|".indexOf(rest.charAt(0)) >= 0) {
            switch (rest.charAt(0)) {
                case '-' -> ignored = true;
                case ':' -> literal = true;
                case '@' -> throw new InterchangeException(Message.of("interchange.systemd.firstArgument"));
                default -> job.lose(key + "=" + rest.charAt(0));
            }
            rest = rest.substring(1);
        }
        split.addFirst(rest);
        return new Executed(command(split.stream().map(word -> UnitWords.specified(word, unit)).toList(), literal), ignored);
    }

    private static CommandLine command(List<String> words, boolean literal) {
        boolean isShell = words.size() == 3 && SHELL.matcher(words.getFirst()).matches() && words.get(1).equals("-c");
        if (isShell) {
            // the shell fills the variables in as systemd would have done
            String text = literal ? words.get(2) : words.get(2).replace("$$", "$");
            return new CommandLine.ShellLine(text, words.getFirst().equals("/bin/sh") ? null : words.getFirst());
        }
        if (literal || words.stream().noneMatch(ExecLine::hasVariable)) {
            return new CommandLine.Program(words.stream().map(word -> literal ? word : word.replace("$$", "$")).toList());
        }
        List<String> parts = new ArrayList<>();
        for (String word : words) {
            parts.add(SPLIT_VARIABLE.matcher(word).matches() ? word : inShell(word));
        }
        return new CommandLine.ShellLine(String.join(" ", parts), null);
    }

    private static boolean hasVariable(String word) {
        return SPLIT_VARIABLE.matcher(word).matches() || VARIABLE.matcher(word.replace("$$", "")).find();
    }

    /** A word with its braced variables for the shell, all else quoted. */
    private static String inShell(String word) {
        StringBuilder parts = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(word);
        int end = 0;
        while (matcher.find()) {
            plain.append(word, end, matcher.start());
            end = matcher.end();
            if (matcher.group(1) == null) {
                plain.append('$');
            } else {
                parts.append(plain.isEmpty() ? "" : ShellWords.quote(plain.toString())).append("\"${").append(matcher.group(1)).append("}\"");
                plain.setLength(0);
            }
        }
        plain.append(word, end, word.length());
        return parts.append(plain.isEmpty() && !parts.isEmpty() ? "" : ShellWords.quote(plain.toString())).toString();
    }
}
