package org.carillon.store;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A job store that could not do what was asked; nothing of it was done. */
public class StoreException extends ExplainedException {
    public StoreException(Message explanation) {
        super(explanation);
    }

    public StoreException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}
