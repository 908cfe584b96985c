package org.carillon.action.sql;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** SQL that could not be run to its end; the explanation says why. */
public final class SqlFailedException extends ExplainedException {
    private final boolean started;

    /** @param started false if the database was not even spoken to */
    SqlFailedException(Message explanation, boolean started, Throwable cause) {
        super(explanation, cause);
        this.started = started;
    }

    public boolean isStarted() {
        return started;
    }
}
