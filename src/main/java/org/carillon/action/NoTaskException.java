package org.carillon.action;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A task that cannot be started: there is none of that name, or it cannot run where it is to. */
final class NoTaskException extends ExplainedException {
    NoTaskException(Message explanation) {
        super(explanation);
    }

    NoTaskException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}
