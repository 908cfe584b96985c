package org.carillon.ui.dialogs;

import java.util.List;

/**
 * Something to ask the person.
 *
 * @param title   the question itself, short
 * @param text    what follows from the answers
 * @param answers in the order of their buttons; exactly one of the kind {@code CANCEL}
 */
public record Question(String title, String text, List<Answer> answers) {
    public Question {
        answers = List.copyOf(answers);
        if (answers.stream().filter(answer -> answer.kind() == Answer.Kind.CANCEL).count() != 1) {
            throw new IllegalArgumentException("A question needs exactly one answer that does nothing");
        }
    }

    /** The answer that does nothing. */
    public Answer cancel() {
        return answers.stream().filter(answer -> answer.kind() == Answer.Kind.CANCEL).findFirst().orElseThrow();
    }
}
