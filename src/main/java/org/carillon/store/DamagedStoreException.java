package org.carillon.store;

import org.carillon.message.Message;

/** What the store lies in does not hold what it has to hold: only a backup helps. */
public final class DamagedStoreException extends StoreException {
    public DamagedStoreException(Message explanation) {
        super(explanation);
    }

    public DamagedStoreException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}
