package org.carillon.ui.editor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.SuccessRule;
import org.carillon.message.Message;

/** What a job runs: a line for the shell, or a program and its arguments; where, with which environment, and what counts as success. */
final class CommandForm extends Form {
    /** How the command is given. */
    enum Kind {
        SHELL_LINE,
        PROGRAM
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SHELL_LINE);
    private final StringProperty line = new SimpleStringProperty("");
    private final StringProperty shell = new SimpleStringProperty("");
    private final StringProperty program = new SimpleStringProperty("");
    private final StringProperty arguments = new SimpleStringProperty("");
    private final StringProperty workingDirectory = new SimpleStringProperty("");
    private final StringProperty input = new SimpleStringProperty("");
    private final StringProperty exitCodes = new SimpleStringProperty("0");
    private final StringProperty failIfOutput = new SimpleStringProperty("");
    private final ObjectProperty<Charset> encoding = new SimpleObjectProperty<>(StandardCharsets.UTF_8);
    private final EnvironmentForm environment = new EnvironmentForm();
    private final CommandConversion conversion = new CommandConversion(this);

    CommandForm() {
        observe(kind, line, shell, program, arguments, workingDirectory, input, exitCodes, failIfOutput, encoding);
        environment.onChange(this::changed);
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    StringProperty line() {
        return line;
    }

    /** The shell's path; empty for the system's. */
    StringProperty shell() {
        return shell;
    }

    StringProperty program() {
        return program;
    }

    /** The arguments as {@link ShellWords} reads them. */
    StringProperty arguments() {
        return arguments;
    }

    /** Empty for the home directory. */
    StringProperty workingDirectory() {
        return workingDirectory;
    }

    StringProperty input() {
        return input;
    }

    /** Numbers with commas between them. */
    StringProperty exitCodes() {
        return exitCodes;
    }

    /** A regular expression; empty for none. */
    StringProperty failIfOutput() {
        return failIfOutput;
    }

    ObjectProperty<Charset> encoding() {
        return encoding;
    }

    EnvironmentForm environment() {
        return environment;
    }

    /** The kind for a switch that a person turns: setting it rewrites the command, as far as it can be said in the other way. */
    ObjectProperty<Kind> switchedKind() {
        return conversion;
    }

    void show(CommandAction action) {
        switch (action.command()) {
            case CommandLine.ShellLine given -> {
                kind.set(Kind.SHELL_LINE);
                line.set(given.line());
                shell.set(given.shell() == null ? "" : given.shell());
            }
            case CommandLine.Program given -> {
                kind.set(Kind.PROGRAM);
                program.set(given.words().getFirst());
                arguments.set(ShellWords.join(given.words().subList(1, given.words().size())));
            }
        }
        workingDirectory.set(action.workingDirectory() == null ? "" : action.workingDirectory());
        environment.show(action.environment());
        input.set(action.stdin());
        encoding.set(action.encoding());
        exitCodes.set(action.success().exitCodes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        failIfOutput.set(action.success().failIfOutput() == null ? "" : action.success().failIfOutput());
    }

    /** The action; only when nothing is wrong. */
    CommandAction action() {
        String directory = workingDirectory.get().strip();
        String pattern = failIfOutput.get();
        return new CommandAction(command(), directory.isEmpty() ? null : directory, environment.variables(), input.get(),
                encoding.get(), new SuccessRule(codes().orElseThrow(), pattern.isEmpty() ? null : pattern));
    }

    /** What in the command only a shell understands, while it is given without one; else empty. */
    String misplacedShellSyntax() {
        return kind.get() == Kind.PROGRAM ? ShellWords.shellSyntax(arguments.get()) : "";
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (kind.get() == Kind.SHELL_LINE && line.get().isBlank()) {
            problems.add(Problem.missing(Field.COMMAND_LINE, Message.of("ui.editor.command.missing")));
        }
        if (kind.get() == Kind.PROGRAM && program.get().isBlank()) {
            problems.add(Problem.missing(Field.PROGRAM, Message.of("ui.editor.program.missing")));
        }
        if (kind.get() == Kind.PROGRAM && ShellWords.split(arguments.get()).isEmpty()) {
            problems.add(Problem.missing(Field.ARGUMENTS, Message.of("ui.editor.arguments.quoteOpen")));
        }
        if (!isDirectoryName(workingDirectory.get().strip())) {
            problems.add(Problem.wrong(Field.WORKING_DIRECTORY, Message.of("ui.editor.directory.notFull")));
        }
        problems.addAll(environment.problems());
        if (codes().isEmpty()) {
            problems.add(Problem.wrong(Field.EXIT_CODES, Message.of("ui.editor.exitCodes.wrong")));
        }
        patternProblem().ifPresent(problems::add);
        return problems;
    }

    @Override
    Object values() {
        return List.of(super.values(), environment.values());
    }

    private CommandLine command() {
        if (kind.get() == Kind.SHELL_LINE) {
            String path = shell.get().strip();
            return new CommandLine.ShellLine(line.get().strip(), path.isEmpty() ? null : path);
        }
        List<String> words = new ArrayList<>(List.of(program.get().strip()));
        words.addAll(ShellWords.split(arguments.get()).orElseThrow());
        return new CommandLine.Program(words);
    }

    private static boolean isDirectoryName(String text) {
        try {
            return text.isEmpty() || Path.of(text).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private Optional<Set<Integer>> codes() {
        Set<Integer> codes = new TreeSet<>();
        for (String code : exitCodes.get().strip().split("[\\s,，;]+")) {
            if (!code.matches("-?\\d{1,9}")) {
                return Optional.empty();
            }
            codes.add(Integer.valueOf(code));
        }
        return Optional.of(codes);
    }

    private Optional<Problem> patternProblem() {
        try {
            Pattern.compile(failIfOutput.get());
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(Problem.wrong(Field.FAIL_IF_OUTPUT, Message.of("ui.editor.failIfOutput.wrong", e.getDescription())));
        }
    }
}
