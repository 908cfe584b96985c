package org.carillon.ui.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.engine.Scheduler;
import org.carillon.job.Action;
import org.carillon.job.CommandAction;
import org.carillon.job.CommandLine;
import org.carillon.job.Job;
import org.carillon.job.Once;
import org.carillon.job.ScriptAction;
import org.carillon.message.Language;
import org.carillon.message.Message;
import org.carillon.ui.controls.ShellWords;
import org.carillon.ui.dialogs.Failures;
import org.carillon.ui.fx.Background;

/** What is other for one run of a job that runs a command or a script; begins with what the job has. For the FX thread alone. */
final class OnceViewModel {
    private final Job job;
    private final Scheduler scheduler;
    private final Background background;
    private final Language language;
    private final StringProperty arguments = new SimpleStringProperty(this, "arguments");
    private final StringProperty variables = new SimpleStringProperty(this, "variables", "");
    private final StringProperty input = new SimpleStringProperty(this, "input");
    private final ReadOnlyStringWrapper argumentsProblem = new ReadOnlyStringWrapper(this, "argumentsProblem", "");
    private final ReadOnlyStringWrapper variablesProblem = new ReadOnlyStringWrapper(this, "variablesProblem", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final BooleanBinding sound = Bindings.createBooleanBinding(
            () -> argumentsProblem.get().isEmpty() && variablesProblem.get().isEmpty(), argumentsProblem, variablesProblem);

    /** @throws IllegalArgumentException if {@link #suits} says no */
    OnceViewModel(Job job, Scheduler scheduler, Background background, Language language) {
        this.job = job;
        this.scheduler = scheduler;
        this.background = background;
        this.language = language;
        switch (job.action()) {
            case CommandAction command -> {
                arguments.set(arguments(command.command()));
                input.set(command.stdin());
            }
            case ScriptAction script -> {
                arguments.set(ShellWords.join(script.arguments()));
                input.set(script.stdin());
            }
            default -> throw new IllegalArgumentException(job.action().type());
        }
        arguments.subscribe(this::check);
        variables.subscribe(this::check);
    }

    /** Whether a job can be run with something else: commands and scripts can. */
    static boolean suits(Job job) {
        return job != null && (job.action() instanceof CommandAction || job.action() instanceof ScriptAction);
    }

    private static String arguments(CommandLine command) {
        return switch (command) {
            case CommandLine.Program program -> ShellWords.join(program.words().subList(1, program.words().size()));
            case CommandLine.ShellLine line -> line.line();
        };
    }

    String name() {
        return job.name();
    }

    /** Whether it runs a line for the shell, which is what {@link #arguments()} holds then. */
    boolean isLine() {
        return job.action() instanceof CommandAction command && command.command() instanceof CommandLine.ShellLine;
    }

    /** As {@link ShellWords} reads them; or the line for the shell. */
    StringProperty arguments() {
        return arguments;
    }

    /** Lines {@code NAME=value}, besides the job's own or in place of those of the same names. */
    StringProperty variables() {
        return variables;
    }

    StringProperty input() {
        return input;
    }

    /** Empty for nothing. */
    ReadOnlyStringProperty argumentsProblem() {
        return argumentsProblem.getReadOnlyProperty();
    }

    /** Empty for nothing. */
    ReadOnlyStringProperty variablesProblem() {
        return variablesProblem.getReadOnlyProperty();
    }

    /** Why it could not be started; empty for nothing. */
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /** Whether nothing is wrong. */
    BooleanBinding sound() {
        return sound;
    }

    private void check() {
        boolean wrong = isLine() ? arguments.get().isBlank() : ShellWords.split(arguments.get()).isEmpty();
        argumentsProblem.set(wrong ? say(isLine() ? "lineMissing" : "quoteOpen") : "");
        variablesProblem.set(variables.get().lines().filter(line -> !line.isBlank() && variable(line).isEmpty()).findFirst()
                .map(line -> say("variableWrong", line.strip())).orElse(""));
    }

    private static Optional<Map.Entry<String, String>> variable(String line) {
        int sign = line.indexOf('=');
        String name = sign < 0 ? "" : line.substring(0, sign).strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(Map.entry(name, line.substring(sign + 1)));
    }

    /** Starts it, if nothing is wrong. @param then called once it has begun */
    void start(Runnable then) {
        if (!sound.get()) {
            return;
        }
        Action action = action();
        background.run(() -> scheduler.start(job.id(), action), run -> then.run(), problem -> failure.set(Failures.words(problem, language)));
    }

    private Action action() {
        Map<String, String> set = new LinkedHashMap<>();
        variables.get().lines().flatMap(line -> variable(line).stream()).forEach(each -> set.put(each.getKey(), each.getValue()));
        Action besides = new Once(List.of(), set, input.get()).of(job.action());
        return switch (besides) {
            case CommandAction command -> new CommandAction(line(command.command()), command.workingDirectory(), command.environment(),
                    command.stdin(), command.encoding(), command.success());
            case ScriptAction script -> new ScriptAction(script.language(), script.interpreter(), script.text(), words(),
                    script.workingDirectory(), script.environment(), script.stdin(), script.encoding(), script.success());
            default -> besides;
        };
    }

    private CommandLine line(CommandLine own) {
        return switch (own) {
            case CommandLine.ShellLine line -> new CommandLine.ShellLine(arguments.get().strip(), line.shell());
            case CommandLine.Program program -> {
                List<String> all = new ArrayList<>(List.of(program.words().getFirst()));
                all.addAll(words());
                yield new CommandLine.Program(all);
            }
        };
    }

    private List<String> words() {
        return ShellWords.split(arguments.get()).orElseThrow();
    }

    private String say(String key, Object... arguments) {
        return Message.of("ui.jobs.once." + key, arguments).in(language);
    }
}
