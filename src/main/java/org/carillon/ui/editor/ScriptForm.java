package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.carillon.job.CommandAction;
import org.carillon.job.ScriptAction;
import org.carillon.job.ScriptLanguage;
import org.carillon.job.Shebang;
import org.carillon.message.Message;
import org.carillon.ui.controls.ShellWords;

/** The script that a job runs; where and with which environment is with the command, which shares it. */
final class ScriptForm extends Form {
    private final ObjectProperty<Optional<ScriptLanguage>> language = new SimpleObjectProperty<>(Optional.of(ScriptLanguage.BASH));
    private final StringProperty interpreter = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty arguments = new SimpleStringProperty("");

    ScriptForm() {
        observe(language, interpreter, text, arguments);
    }

    /** Empty for what its {@code #!} line says. */
    ObjectProperty<Optional<ScriptLanguage>> language() {
        return language;
    }

    /** The program that runs it; empty for that of the language. */
    StringProperty interpreter() {
        return interpreter;
    }

    StringProperty text() {
        return text;
    }

    /** As {@link ShellWords} reads them. */
    StringProperty arguments() {
        return arguments;
    }

    void show(ScriptAction action) {
        language.set(Optional.ofNullable(action.language()));
        interpreter.set(action.interpreter() == null ? "" : action.interpreter());
        text.set(action.text());
        arguments.set(ShellWords.join(action.arguments()));
    }

    /** The action; only when nothing is wrong. @param around says where and with which environment it runs */
    ScriptAction action(CommandAction around) {
        return new ScriptAction(language.get().orElse(null), interpreter.get(), text.get(), ShellWords.split(arguments.get()).orElseThrow(),
                around.workingDirectory(), around.environment(), around.stdin(), around.encoding(), around.success());
    }

    @Override
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (text.get().isBlank()) {
            problems.add(Problem.missing(Field.SCRIPT, Message.of("ui.editor.script.missing")));
        } else if (language.get().isEmpty() && interpreter.get().isBlank() && Shebang.words(text.get()).isEmpty()) {
            problems.add(Problem.wrong(Field.SCRIPT, Message.of("ui.editor.script.noInterpreter", Shebang.BEGIN)));
        }
        if (ShellWords.split(arguments.get()).isEmpty()) {
            problems.add(Problem.missing(Field.SCRIPT_ARGUMENTS, Message.of("ui.editor.arguments.quoteOpen")));
        }
        return problems;
    }
}
