package org.carillon.control.server;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A request that is answered with a problem (RFC 9457). */
final class ProblemException extends ExplainedException {
    private final Problem.Kind kind;
    private final String field;

    private ProblemException(Problem.Kind kind, String field, Message explanation, Throwable cause) {
        super(explanation, cause);
        this.kind = kind;
        this.field = field;
    }

    static ProblemException of(Problem.Kind kind, Message explanation) {
        return new ProblemException(kind, null, explanation, null);
    }

    static ProblemException notFound(Message explanation) {
        return of(Problem.Kind.NOT_FOUND, explanation);
    }

    static ProblemException wrongField(String field, Message explanation, Throwable cause) {
        return new ProblemException(Problem.Kind.INVALID, field, explanation, cause);
    }

    /** A path or a name that leads out of where it belongs. It would do nothing here; that it was tried is worth a line in the log. */
    static ProblemException suspicious(String field, String path) {
        return new ProblemException(Problem.Kind.SUSPICIOUS, field, Message.of("control.suspicious", path), null);
    }

    static ProblemException tooLarge(int most) {
        return of(Problem.Kind.TOO_LARGE, Message.of("control.tooLarge", Integer.toString(most)));
    }

    Problem.Kind kind() {
        return kind;
    }

    /** Which field or parameter is wrong; null where it is none of them. */
    String field() {
        return field;
    }
}
