package org.carillon.ui.dialogs;

import org.carillon.message.ExplainedException;
import org.carillon.message.Language;
import org.carillon.message.Message;

/** Failures in words for a person. */
public final class Failures {
    private Failures() {}

    /** What happened; for a failure that does not explain itself, its kind and message. */
    public static String words(Throwable failure, Language language) {
        if (failure instanceof ExplainedException explained) {
            return explained.explanation().in(language);
        }
        String detail = failure.getMessage() == null ? "" : failure.getMessage();
        return Message.of("ui.dialogs.unexpected", failure.getClass().getSimpleName(), detail).in(language);
    }
}
