package org.carillon.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carillon.message.Message;

/**
 * Runs a script whose text is part of the job.
 *
 * @param language         its language; null for what the interpreter or its {@code #!} line says
 * @param interpreter      the program that runs it, with its options, blanks between them; null for that of its language, or else
 *                         of its {@code #!} line
 * @param text             the script
 * @param arguments        what it is given
 * @param workingDirectory where, or null for the user's home directory
 * @param environment      variables on top of the user's own, in order
 * @param stdin            what it reads; empty for nothing
 * @param encoding         of the script, its input and its output
 * @param success          when it counts as successful
 */
public record ScriptAction(
        ScriptLanguage language,
        String interpreter,
        String text,
        List<String> arguments,
        String workingDirectory,
        Map<String, String> environment,
        String stdin,
        Charset encoding,
        SuccessRule success)
        implements Action {

    /** A word, or several in double quotes. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    public ScriptAction {
        interpreter = interpreter == null || interpreter.isBlank() ? null : interpreter.strip();
        if (text == null || text.isBlank()) {
            throw new FormatException("text", Message.of("job.script.empty"));
        }
        if (language == null && interpreter == null && Shebang.words(text).isEmpty()) {
            throw new FormatException("", Message.of("job.script.noInterpreter", Shebang.BEGIN));
        }
        arguments = List.copyOf(arguments);
        check("arguments", List.of("x"), arguments);
        if (interpreter != null) {
            check("interpreter", words(interpreter), List.of());
        }
        stdin = Objects.requireNonNullElse(stdin, "");
        // What holds for commands holds here: zero characters, names of variables.
        CommandAction checked = new CommandAction(new CommandLine.Program(List.of("x")), workingDirectory, environment, stdin, encoding, success);
        environment = checked.environment();
    }

    /** That script in the user's home directory, with the user's environment. */
    public static ScriptAction of(ScriptLanguage language, String text) {
        return new ScriptAction(language, null, text, List.of(), null, Map.of(), "", StandardCharsets.UTF_8, SuccessRule.DEFAULT);
    }

    /** That a system can be given these words. */
    private static void check(String field, List<String> program, List<String> arguments) {
        try {
            new CommandLine.Program(Stream.of(program, arguments).flatMap(List::stream).toList());
        } catch (FormatException e) {
            throw new FormatException(field, e.plainExplanation());
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group(1) == null ? word.group(2) : word.group(1)).toList();
    }

    /** The interpreter's program and its options, if it is named. */
    public Optional<List<String>> interpreterWords() {
        return Optional.ofNullable(interpreter).map(ScriptAction::words);
    }

    /** The language, as far as anything says it. */
    public Optional<ScriptLanguage> knownLanguage() {
        return Optional.ofNullable(language)
                .or(() -> interpreter == null ? Shebang.language(text) : ScriptLanguage.ofProgram(interpreter.split("\\s+")[0]));
    }

    /** The command with the same directory, environment, input and rule. */
    public CommandAction asCommand(List<String> words) {
        return new CommandAction(new CommandLine.Program(words), workingDirectory, environment, stdin, encoding, success);
    }

    @Override
    public String type() {
        return "script";
    }

    /** Its first line that does something. */
    @Override
    public String summary() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).findFirst()
                .orElse(text.strip().lines().findFirst().orElse(""));
    }
}
