package org.carillon.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.carillon.ui.controls.ShellWords;

/**
 * The way in which a command is given, as a switch: setting it rewrites the command in the other way; switching back without
 * a change restores it exactly.
 */
final class CommandConversion extends SimpleObjectProperty<CommandForm.Kind> {
    private record Written(String line, String program, String arguments) {}

    private final CommandForm form;
    private Written before;
    private Written after;

    CommandConversion(CommandForm form) {
        super(form.kind().get());
        this.form = form;
        form.kind().addListener((kind, before, after) -> super.set(after));
    }

    @Override
    public void set(CommandForm.Kind other) {
        if (!isCommand(form.kind().get()) || !isCommand(other)) {
            form.kind().set(other);
        } else if (form.kind().get() != other) {
            rewrite(other);
        }
    }

    private static boolean isCommand(CommandForm.Kind kind) {
        return kind == CommandForm.Kind.SHELL_LINE || kind == CommandForm.Kind.PROGRAM;
    }

    private void rewrite(CommandForm.Kind other) {
        Written now = written();
        if (now.equals(after)) {
            write(before);
        } else if (other == CommandForm.Kind.PROGRAM) {
            toProgram(now.line());
        } else {
            toLine(now.program(), now.arguments());
        }
        before = now;
        after = written();
        form.kind().set(other);
    }

    private void toProgram(String line) {
        List<String> words = ShellWords.split(line).orElse(List.of(line.split("\\s+")));
        form.program().set(words.isEmpty() ? "" : words.getFirst());
        form.arguments().set(words.isEmpty() ? "" : ShellWords.join(words.subList(1, words.size())));
    }

    private void toLine(String program, String arguments) {
        List<String> words = new ArrayList<>();
        if (!program.isBlank()) {
            words.add(program.strip());
        }
        words.addAll(ShellWords.split(arguments).orElse(List.of(arguments)));
        form.line().set(ShellWords.join(words));
    }

    private Written written() {
        return new Written(form.line().get(), form.program().get(), form.arguments().get());
    }

    private void write(Written written) {
        form.line().set(written.line());
        form.program().set(written.program());
        form.arguments().set(written.arguments());
    }
}
