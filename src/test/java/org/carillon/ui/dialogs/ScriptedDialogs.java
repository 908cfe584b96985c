package org.carillon.ui.dialogs;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers as the test has laid down, and remembers what was asked and told. */
public final class ScriptedDialogs implements Dialogs, Notices {
    public final List<Question> asked = new ArrayList<>();
    public final List<String> told = new ArrayList<>();
    public final List<Throwable> failures = new ArrayList<>();
    public final Deque<Path> files = new ArrayDeque<>();
    public final Deque<String> texts = new ArrayDeque<>();
    /** What the fields for texts began with. */
    public final List<String> begun = new ArrayList<>();
    public Runnable lastUndo;
    private final Deque<Answer.Kind> answers = new ArrayDeque<>();

    public ScriptedDialogs answer(Answer.Kind kind) {
        answers.add(kind);
        return this;
    }

    @Override
    public void ask(Question question, Consumer<Answer> then) {
        asked.add(question);
        Answer.Kind wanted = answers.isEmpty() ? Answer.Kind.CANCEL : answers.poll();
        then.accept(question.answers().stream().filter(answer -> answer.kind() == wanted).findFirst().orElseThrow());
    }

    @Override
    public Optional<String> text(String title, String text, String initial) {
        told.add(title);
        begun.add(initial);
        return Optional.ofNullable(texts.poll());
    }

    @Override
    public void error(String title, Throwable failure) {
        failed(title, failure);
    }

    @Override
    public Optional<Path> openFile(String title, List<FileKind> kinds) {
        return Optional.ofNullable(files.poll());
    }

    @Override
    public List<Path> openFiles(String title, List<FileKind> kinds) {
        return openFile(title, kinds).stream().toList();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
        return Optional.ofNullable(files.poll());
    }

    @Override
    public Optional<Path> chooseDirectory(String title, Path initial) {
        return Optional.ofNullable(files.poll());
    }

    @Override
    public void tell(String text) {
        told.add(text);
    }

    @Override
    public void undoable(String text, Runnable undo) {
        told.add(text);
        lastUndo = undo;
    }

    @Override
    public void failed(String title, Throwable failure) {
        told.add(title);
        failures.add(failure);
    }
}
