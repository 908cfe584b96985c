package org.carillon.message;

/**
 * A failure that a person can act on: its {@link #explanation()} says what happened, to what, and what to do.
 * {@link #getMessage()} is the explanation in English.
 */
public abstract class ExplainedException extends RuntimeException {
    private final transient Message explanation;

    protected ExplainedException(Message explanation) {
        this(explanation, null);
    }

    protected ExplainedException(Message explanation, Throwable cause) {
        super(cause);
        this.explanation = explanation;
    }

    @Override
    public String getMessage() {
        return explanation.toString();
    }

    public Message explanation() {
        return explanation;
    }
}
