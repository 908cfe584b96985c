package org.carillon.interchange;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** Something that was to be imported could not be got. */
public final class InterchangeException extends ExplainedException {
    public InterchangeException(Message explanation) {
        super(explanation);
    }

    public InterchangeException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}
