package org.carillon.store;

import org.carillon.message.Message;

/** A change that contradicts what the store holds: an id that exists already, or one that does not exist. */
public final class ConflictException extends StoreException {
    public ConflictException(Message explanation) {
        super(explanation);
    }

    public ConflictException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}
