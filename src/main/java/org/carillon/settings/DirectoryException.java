package org.carillon.settings;

import org.carillon.message.ExplainedException;
import org.carillon.message.Message;

/** A data directory, or a file in it, that cannot be used as it is. The explanation says what to do about it. */
public final class DirectoryException extends ExplainedException {
    public DirectoryException(Message explanation) {
        super(explanation);
    }

    public DirectoryException(Message explanation, Throwable cause) {
        super(explanation, cause);
    }
}
