package org.carillon.ui.editor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.Action;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.EmailAction;
import org.carillon.job.HttpAction;
import org.carillon.job.JavaAction;
import org.carillon.job.ScriptAction;
import org.carillon.job.SqlAction;
import org.carillon.job.SuccessRule;
import org.carillon.message.Message;
import org.carillon.ui.controls.ShellWords;

/** What a job runs: a line for the shell, a program or a script, with where, in which environment and what counts as success; or another kind of work. */
final class CommandForm extends Form {
    /** How the command is given. */
    enum Kind {
        SHELL_LINE,
        PROGRAM,
        SCRIPT,
        HTTP,
        SQL,
        EMAIL,
        TASK
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
    private final EnvironmentForm environment = new EnvironmentForm(Field.ENVIRONMENT, "environment");
    private final ScriptForm script = new ScriptForm();
    private final HttpForm http = new HttpForm();
    private final SqlForm sql = new SqlForm();
    private final EmailForm email = new EmailForm();
    private final TaskForm task = new TaskForm();
    /** The kinds that are no process. */
    private final Map<Kind, WorkForm> others = Map.of(Kind.HTTP, http, Kind.SQL, sql, Kind.EMAIL, email, Kind.TASK, task);
    private final CommandConversion conversion = new CommandConversion(this);

    CommandForm() {
        observe(kind, line, shell, program, arguments, workingDirectory, input, exitCodes, failIfOutput, encoding);
        environment.onChange(this::changed);
        script.onChange(this::changed);
        others.values().forEach(form -> form.onChange(this::changed));
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

    /** What counts, with the directory and what follows it, while the kind is {@link Kind#SCRIPT}. */
    ScriptForm script() {
        return script;
    }

    /** What alone counts while the kind is {@link Kind#HTTP}, as with those that follow. */
    HttpForm http() {
        return http;
    }

    SqlForm sql() {
        return sql;
    }

    EmailForm email() {
        return email;
    }

    TaskForm task() {
        return task;
    }

    /** Whether it is a process, which has a directory, an environment and an exit code. */
    BooleanBinding isProcess() {
        return Bindings.createBooleanBinding(() -> !others.containsKey(kind.get()), kind);
    }

    EnvironmentForm environment() {
        return environment;
    }

    /** The kind for a switch that a person turns: setting it rewrites the command, as far as it can be said in the other way. */
    ObjectProperty<Kind> switchedKind() {
        return conversion;
    }

    void show(Action action) {
        switch (action) {
            case CommandAction given -> show(given);
            case ScriptAction given -> {
                kind.set(Kind.SCRIPT);
                script.show(given);
                showProcess(given.asCommand(List.of("x")));
            }
            case HttpAction given -> {
                kind.set(Kind.HTTP);
                http.show(given);
            }
            case SqlAction given -> {
                kind.set(Kind.SQL);
                sql.show(given);
            }
            case EmailAction given -> {
                kind.set(Kind.EMAIL);
                email.show(given);
            }
            case JavaAction given -> {
                kind.set(Kind.TASK);
                task.show(given);
            }
        }
    }

    private void show(CommandAction action) {
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
        showProcess(action);
    }

    private void showProcess(CommandAction action) {
        workingDirectory.set(action.workingDirectory() == null ? "" : action.workingDirectory());
        environment.show(action.environment());
        input.set(action.stdin());
        encoding.set(action.encoding());
        exitCodes.set(action.success().exitCodes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        failIfOutput.set(action.success().failIfOutput() == null ? "" : action.success().failIfOutput());
    }

    /** The action; only when nothing is wrong. */
    Action action() {
        return switch (kind.get()) {
            case SHELL_LINE, PROGRAM -> commandAction();
            case SCRIPT -> script.action(process(new CommandLine.Program(List.of("x"))));
            case HTTP, SQL, EMAIL, TASK -> others.get(kind.get()).action();
        };
    }

    CommandAction commandAction() {
        return process(command());
    }

    private CommandAction process(CommandLine command) {
        String directory = workingDirectory.get().strip();
        String pattern = failIfOutput.get();
        return new CommandAction(command, directory.isEmpty() ? null : directory, environment.variables(), input.get(),
                encoding.get(), new SuccessRule(codes().orElseThrow(), pattern.isEmpty() ? null : pattern));
    }

    /** What in the command only a shell understands, while it is given without one; else empty. */
    String misplacedShellSyntax() {
        return kind.get() == Kind.PROGRAM ? ShellWords.shellSyntax(arguments.get()) : "";
    }

    @Override
    List<Problem> problems() {
        if (others.containsKey(kind.get())) {
            return others.get(kind.get()).problems();
        }
        List<Problem> problems = new ArrayList<>(kind.get() == Kind.SCRIPT ? script.problems() : List.of());
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
        return List.of(super.values(), environment.values(), script.values(), http.values(), sql.values(), email.values(), task.values());
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
