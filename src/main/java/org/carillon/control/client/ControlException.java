package org.carillon.control.client;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A running instance that refused a request, or could not be asked any more. */
public final class ControlException extends ExplainedException {
    ControlException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}
