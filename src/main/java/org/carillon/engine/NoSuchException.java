package org.carillon.engine;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** There is no such job, run or executor. */
public final class NoSuchException extends ExplainedException {
    public NoSuchException(Message explanation) {
        super(explanation);
    }
}
